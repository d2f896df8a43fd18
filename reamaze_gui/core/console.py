"""The console command with which a support person gets the customer out of a running page."""

# Copied are plain values. What belongs to the browser or makes a circle is named instead, and a
# member with more objects than any customer has is cut off. Nothing newer than ECMAScript 5, since
# it runs wherever the customer's page does.
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
"""The line to run in a browser's console: it copies `_support` as JSON, and prints it too, since
not every console can copy. The page is not changed. It ends in a sentence that says what to do."""
