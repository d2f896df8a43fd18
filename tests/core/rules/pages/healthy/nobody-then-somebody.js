var _support = _support || { ui: {}, user: {} };
_support['account'] = 'acme';
_support['user'] = { id: '', email: '', name: '', authkey: '' };
if (true) {
  _support['user'] = {
    id: '48151623',
    email: 'zoe@example.org',
    name: 'Zoë Day',
    phone: '+14155552671',
    avatar: 'https://example.com/zoe.png',
    authkey: 'e5069590ea0eb07db1e69086223f10a7b1035c8545655ae88fcc3aeb571afb8d'
  };
}
