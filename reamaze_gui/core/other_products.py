"""Tells the snippets of other products from Re:amaze's.

To add one: its line in `_PRODUCTS`, with what its own documentation has merchants write.
"""

import re
from collections.abc import Iterable

_PRODUCTS = (
    ("Intercom", r"\bintercomSettings\b|\b(?:use)?Intercom(?:Provider)?\b|\.intercom\.io\b"),
    ("Help Scout", r"\bBeacon\s*\(|\bbeacon-v2\.helpscout\b"),
    ("Chatwoot", r"\$chatwoot\b|\bchatwoot(?:Settings|SDK)\b"),
    ("Crisp", r"\$crisp\b|\bCRISP_\w+|\bclient\.crisp\.chat\b"),
    ("tawk.to", r"\bTawk_(?:API|LoadStart)\b|\bembed\.tawk\.to\b"),
    ("Front", r"\bFrontChat\b|\bchat-assets\.frontapp\b"),
    ("Zendesk", r"\bzE(?:Settings\b|\s*\(|\.)|\bstatic\.zdassets\.com\b"),
    ("Freshchat", r"\bfc(?:Widget|Settings)\b|\bwchat\.freshchat\.com\b"),
    ("Freshworks", r"\bFreshworksWidget\b|\bfwSettings\b"),
    ("Gorgias", r"\bgorgias-?chat\b|\bGorgiasChat\w*|\bconfig\.gorgias\.(?:chat|io)\b"),
    ("LiveChat", r"\bLiveChatWidget\b|\b__lc\b|\bLC_API\b|\bcdn\.livechatinc\.com\b"),
    ("Drift", r"\bdrift\.(?:identify|load|config|api|on)\b|\bjs\.driftt\.com\b"),
    ("Userflow", r"\buserflow\.(?:init|identify)|\bjs\.userflow\.com\b"),
    ("Canny", r"\bCanny\s*\(|\bcanny\.io/sdk\b"),
    ("HubSpot", r"\bhsConversationsSettings\b|\bHubSpotConversations\b|\b_hsq\b"),
    ("Tidio", r"\btidio(?:ChatApi|Identify)\b|\bcode\.tidio\.co\b"),
    ("Olark", r"\bolark\s*(?:\(|\.)"),
    ("Kustomer", r"\bKustomer\.\w|\bcdn\.kustomerapp\.com\b"),
    ("Gladly", r"\bGladly(?:\.|Config\b)|\bcdn\.gladly\.com\b"),
    ("Gist", r"\bgist\.(?:identify|track|chat)|\bconvertfoxInvoke\b"),
    ("Customerly", r"\bcustomerly(?:Settings\b|\.)"),
    ("Smartsupp", r"\b_?smartsupp(?:\b|\s*\()"),
    ("JivoChat", r"\bjivo_(?:api|config|onLoadCallback)\b|\bcode\.jivosite\.com\b"),
    ("Chatra", r"\bChatra(?:Setup|ID|Integration)?\b\s*(?:=|\()"),
    ("Userlike", r"\buserlike(?:Config|\w*\.)"),
    ("Zoho SalesIQ", r"\$zoho\b|\bsalesiq\.zoho\b"),
    ("Ada", r"\bada(?:Settings|Embed)\b"),
    ("Kommunicate", r"\bkommunicate(?:Settings|\.)"),
    ("Sunshine Conversations", r"\bSmooch\.(?:init|login)"),
    ("Richpanel", r"\brichpanel(?:AppProxy|_\w+|\.)"),
    ("Plain", r"\bPlain\.(?:init|update)\s*\("),
    ("Pylon", r"\bPylon\s*\(|\bpylon\.chat_settings\b|\bchat_settings\s*[:=]"),
    ("Featurebase", r"\bFeaturebase\s*\("),
    ("Gleap", r"\bGleap\.(?:identify|initialize)"),
    ("UserVoice", r"\bUserVoice\.push\b|\bUserVoice\s*=|\bUserVoice\s*\("),
    ("Userpilot", r"\buserpilot\.identify\b"),
    ("Appcues", r"\bAppcues\.(?:identify|page)\b"),
    ("Pendo", r"\bpendo\.(?:initialize|identify)\b"),
    ("Beamer", r"\bbeamer_config\b"),
    ("Productboard", r"\bpbportal\b|\bpb_portal\b"),
    ("Segment", r"\banalytics\.identify\b"),
    ("HelpCrunch", r"\bhelpcrunchSettings\b|\bHelpCrunch\s*\("),
    ("Helpshift", r"\bhelpshiftConfig\b|\bHelpshift\s*\("),
    ("Userback", r"\bUserback\.\w"),
    ("Kayako", r"\bkayakoConfig\b"),
    ("OneSignal", r"\bOneSignal\.\w|\bOneSignalDeferred\b"),
    ("Novu", r"\bNovuProvider\b|\bsubscriberHash\b"),
    ("Dixa", r"\b_dixa_?\s*\("),
    ("Trengo", r"\bTrengo\.\w"),
    ("Zowie", r"\bChatbotize\.\w"),
    ("Klaviyo", r"\bklaviyo\.(?:identify|push)\b|\b_learnq\b"),
)  # fmt: skip
# Looked for only where a word, or a name with a $ or a dot before it, begins.
_ANY = re.compile(rf"(?:\b|(?=[$.]))(?:{'|'.join(pattern for _, pattern in _PRODUCTS)})")
_EACH = tuple((name, re.compile(pattern)) for name, pattern in _PRODUCTS)
# As the members of a shop's own data are called.
_KEY = re.compile(
    "|".join(re.sub(r"\W", "", name.lower()) for name, _ in _PRODUCTS if len(name) > len("Plain"))
    + "|crisp|^drift|helpscout|beacon|^zendesk|freshchat"
)


# What identifies the merchant to products that sign customers in by a hash, and not to Re:amaze.
_MERCHANT = re.compile(
    r"(?:app|product|project|workspace|organi[sz]ation|website|site|widget|license|client|tenant|public)"
    r"_?(?:id|key|token|slug)?",
    re.IGNORECASE,
)
UNKNOWN = "another product"


def is_anothers(names: Iterable[str]) -> bool:
    """Return whether an object with these members is what another product takes, whichever it is.

    >>> is_anothers(["app_id", "email", "user_hash"]), is_anothers(["id", "email", "hash"])
    (True, False)
    """
    return any(map(_MERCHANT.fullmatch, names))


def product_in(code: str) -> tuple[str, int] | None:
    """Return the name of the product that some code speaks to, and where, if it is known.

    >>> product_in("Beacon('identify', {signature: 'a'})"), product_in("_support.user = {}")
    (('Help Scout', 0), None)
    """
    found = _ANY.search(code)
    if not found:
        return None
    name = next(name for name, pattern in _EACH if pattern.match(code, found.start()))
    return name, found.start()


def is_of_product(key: str) -> bool:
    """Return whether a member of data is named after another product.

    >>> is_of_product("intercomSettings"), is_of_product("user")
    (True, False)
    """
    return _KEY.search(re.sub(r"\W|_", "", key.lower())) is not None
