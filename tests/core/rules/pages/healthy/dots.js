_support.user = {};
_support.user.id = '48151623';
_support.user.email = 'zoe@example.org';
_support.user.name = 'Zoë Day';
_support.user.phone = '+14155552671';
_support.user.avatar = 'https://example.com/zoe.png';
_support.user.authkey = 'e5069590ea0eb07db1e69086223f10a7b1035c8545655ae88fcc3aeb571afb8d';
