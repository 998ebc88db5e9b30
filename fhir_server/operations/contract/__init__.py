"""The operations on contracts: one file each."""

from .amend import AMEND
from .cancel import CANCEL
from .eligibility import ELIGIBILITY
from .renew import RENEW
from .roll_over import ROLL_OVER
from .sign import SIGN
from .terminate import TERMINATE
from .transfer import TRANSFER

OPERATIONS = (SIGN, ELIGIBILITY, RENEW, AMEND, CANCEL, TERMINATE, TRANSFER, ROLL_OVER)
