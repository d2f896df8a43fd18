"""Recognises the snippets of other products.

To add one: a line in `_PRODUCTS` with its name, words of which each of its snippets has at least
one (lower-case words match in any case), and a pattern of the code in its documentation.
"""

import re
from collections.abc import Iterable

_PRODUCTS = (
    (
        "Intercom",
        "intercom",
        r"\bintercomSettings\b|\b(?:use)?Intercom(?:Provider)?\b|\.intercom\.io\b",
    ),
    ("Help Scout", "beacon", r"\bBeacon\s*\(|\bbeacon-v2\.helpscout\b|\bbeacon\"\s*:"),
    ("Chatwoot", "chatwoot", r"\$chatwoot\b|\bchatwoot(?:Settings|SDK)\b|\bChatWootWidget\b"),
    ("Crisp", "crisp", r"\$crisp\b|\bCRISP_\w+|\bclient\.crisp\.chat\b"),
    ("tawk.to", "tawk", r"\bTawk_(?:API|LoadStart)\b|\bembed\.tawk\.to\b"),
    ("Front", "frontchat frontapp", r"\bFrontChat\b|\bchat-assets\.frontapp\b"),
    (
        "Zendesk",
        "zE( zE. zesettings zdassets",
        r"\bzE(?:Settings\b|\(|\.)|\bstatic\.zdassets\.com\b",
    ),
    (
        "Freshchat",
        "fcwidget fcsettings freshchat",
        r"\bfc(?:Widget|Settings)\b|\bwchat\.freshchat\.com\b",
    ),
    ("Freshworks", "freshworks fwsettings", r"\bFreshworksWidget\b|\bfwSettings\b"),
    ("Gorgias", "gorgias", r"\bgorgias-?chat\b|\bGorgiasChat\w*|\bconfig\.gorgias\.(?:chat|io)\b"),
    (
        "LiveChat",
        "livechat __lc lc_api",
        r"\bLiveChatWidget\b|\b__lc\b|\bLC_API\b|\bcdn\.livechatinc\.com\b",
    ),
    ("Drift", "drift", r"\bdrift\.(?:identify|load|config|api|on)\b|\bjs\.driftt\.com\b"),
    ("Userflow", "userflow", r"\buserflow\.(?:init|identify)|\bjs\.userflow\.com\b"),
    ("Canny", "canny", r"\bCanny\s*\(|\bcanny\.io/sdk\b"),
    (
        "HubSpot",
        "hsconversations hubspot _hsq",
        r"\bhsConversationsSettings\b|\bHubSpotConversations\b|\b_hsq\b",
    ),
    ("Tidio", "tidio", r"\btidio(?:ChatApi|Identify)\b|\bcode\.tidio\.co\b"),
    ("Olark", "olark", r"\bolark\s*(?:\(|\.)"),
    ("Kustomer", "kustomer", r"\bKustomer\.\w|\bcdn\.kustomerapp\.com\b"),
    ("Gladly", "gladly", r"\bGladly(?:\.|Config\b)|\bcdn\.gladly\.com\b"),
    ("Gist", "gist. convertfox", r"\bgist\.(?:identify|track|chat)|\bconvertfoxInvoke\b"),
    ("Customerly", "customerly", r"\bcustomerly(?:Settings\b|\.)"),
    ("Smartsupp", "smartsupp", r"\b_?smartsupp(?:\b|\s*\()"),
    ("JivoChat", "jivo", r"\bjivo_(?:api|config|onLoadCallback)\b|\bcode\.jivosite\.com\b"),
    ("Chatra", "chatra", r"\bChatra(?:Setup|ID|Integration)?\b\s*(?:=|\()"),
    ("Userlike", "userlike", r"\buserlike(?:Config|\w*\.)"),
    ("Zoho SalesIQ", "$zoho salesiq", r"\$zoho\b|\bsalesiq\.zoho\b"),
    ("Ada", "adasettings adaembed", r"\bada(?:Settings|Embed)\b"),
    ("Kommunicate", "kommunicate", r"\bkommunicate(?:Settings|\.)"),
    ("Sunshine Conversations", "smooch", r"\bSmooch\.(?:init|login)"),
    ("Richpanel", "richpanel", r"\brichpanel(?:AppProxy|_\w+|\.)"),
    ("Plain", "plain.", r"\bPlain\.(?:init|update)\s*\("),
    (
        "Pylon",
        "pylon chat_settings",
        r"\bPylon\s*\(|\bpylon\.chat_settings\b|\bchat_settings\s*[:=]",
    ),
    ("Featurebase", "featurebase", r"\bFeaturebase\s*\("),
    ("Gleap", "gleap", r"\bGleap\.(?:identify|initialize)"),
    ("UserVoice", "uservoice", r"\bUserVoice\.push\b|\bUserVoice\s*=|\bUserVoice\s*\("),
    ("Userpilot", "userpilot", r"\buserpilot\.identify\b"),
    ("Appcues", "appcues", r"\bAppcues\.(?:identify|page)\b"),
    ("Pendo", "pendo", r"\bpendo\.(?:initialize|identify)\b"),
    ("Beamer", "beamer", r"\bbeamer_config\b"),
    ("Productboard", "pbportal pb_portal", r"\bpbportal\b|\bpb_portal\b"),
    ("Segment", "analytics.identify", r"\banalytics\.identify\b"),
    ("HelpCrunch", "helpcrunch", r"\bhelpcrunchSettings\b|\bHelpCrunch\s*\("),
    ("Helpshift", "helpshift", r"\bhelpshiftConfig\b|\bHelpshift\s*\("),
    ("Userback", "userback", r"\bUserback\.\w"),
    ("Kayako", "kayako", r"\bkayakoConfig\b"),
    ("OneSignal", "onesignal", r"\bOneSignal\.\w|\bOneSignalDeferred\b"),
    ("Novu", "novuprovider subscriberhash", r"\bNovuProvider\b|\bsubscriberHash\b"),
    ("Elevio", "_elev", r"\b_elev\b"),
    ("Dixa", "_dixa", r"\b_dixa_?\s*\("),
    ("Trengo", "trengo", r"\bTrengo\.\w"),
    ("Zowie", "chatbotize", r"\bChatbotize\.\w"),
    ("Frill", "frill", r"\bFrill(?:_Config\b|\()"),
    ("Klaviyo", "klaviyo _learnq", r"\bklaviyo\.(?:identify|push)\b|\b_learnq\b"),
)
# A match must begin at the start of a word, or at a $ or a dot before one.
_PATTERNS = tuple(
    (name, words.split(), re.compile(rf"(?:\b|(?=[$.]))(?:{pattern})"))
    for name, words, pattern in _PRODUCTS
)
# Names of these products, as keys in a shop's own data spell them.
_KEY = re.compile(
    "|".join(
        re.sub(r"\W", "", name.lower()) for name, _, _ in _PRODUCTS if len(name) > len("Plain")
    )
    + "|crisp|^drift|helpscout|beacon|^zendesk|freshchat"
)

# Keys by which other products identify the merchant, and which Re:amaze doesn't use.
_MERCHANT = re.compile(
    r"(?:app|merchant|product|project|workspace|organi[sz]ation|website|site|widget|license|client|tenant|public)"
    r"_?(?:id|key|token|slug)?",
    re.IGNORECASE,
)
UNKNOWN = "another product"


def is_for_another_product(names: Iterable[str]) -> bool:
    """Return whether an object with these keys is meant for another product, known or not.

    >>> keys = ["app_id", "email", "user_hash"]
    >>> is_for_another_product(keys), is_for_another_product(["id", "email", "hash"])
    (True, False)
    """
    return any(map(_MERCHANT.fullmatch, names))


def product_in(code: str) -> tuple[str, int] | None:
    """Return which known product some code calls, and the index of that call; None for none.

    >>> product_in("Beacon('identify', {signature: 'a'})"), product_in("_support.user = {}")
    (('Help Scout', 0), None)
    """
    lowered = code.lower()  # a word is found fifty times as fast as a pattern
    likely = (
        each
        for each in _PATTERNS
        if any(word in (lowered if word.islower() else code) for word in each[1])
    )
    found = [
        (match.start(), name) for name, _, pattern in likely if (match := pattern.search(code))
    ]
    at, name = min(found, default=(0, ""))
    return (name, at) if name else None


def names_product(key: str) -> bool:
    """Return whether a key in a shop's data is named after another product.

    >>> names_product("intercomSettings"), names_product("user")
    (True, False)
    """
    return _KEY.search(re.sub(r"\W|_", "", key.lower())) is not None
