"""The browser console command that copies the customer out of a running page."""

# It copies plain values. Browser objects and circular references are named instead, and a member
# with more objects than any customer has is cut off. It is ECMAScript 5, since it must run wherever
# the customer's page does.
_SCRIPT = """
(function () {
  var left;
  function plain(owner, key, above) {
    try {
      var value = owner[key], kind = Object.prototype.toString.call(value), made;
      if (typeof value === 'function') return undefined;
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null) return value;
      if (above.indexOf(value) >= 0) return '[circular]';
      if (above.length < 2) left = 2000;
      if (above.length > 5 || --left < 0) return '[left out]';
      if (kind === '[object Array]') made = [];
      else if (kind === '[object Object]' && value !== value.window) made = {};
      else return String(value);
      for (var names = Object.keys(value), at = 0; at < names.length; at++)
        made[names[at]] = plain(value, names[at], above.concat([value]));
      return made;
    } catch (error) {
      return '[unreadable]';
    }
  }
  if (typeof _support !== 'object' || _support === null)
    return 'There is no _support here. Choose the page itself (top) above the console and run this
      again; if it says the same, Re:amaze is not in this page.';
  var text = JSON.stringify(plain({ it: _support }, 'it', []), null, 2);
  console.log(text);
  if (typeof copy !== 'function') return 'Copy the text above into Re:amaze SSO.';
  copy(text);
  return 'Copied: now paste it into Re:amaze SSO.';
})()
"""

COMMAND = " ".join(_SCRIPT.split())
"""The line to run in a browser's console. It copies `_support` as JSON, prints it as well, since
not every console can copy, and returns a sentence that says what to do. It changes nothing."""
