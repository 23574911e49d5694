"""Calendar expressions of an article (TIMEX3): days, months, years, periods, durations, sets, clock times.

`TimesReader.mentions` finds them without counting from any day (dating an article starts there); `resolve` counts
them from
the day of publication, or from the interval in which it lies.
"""

from isnad.read.times.mentions import Mention
from isnad.read.times.reader import TimesFound, TimesReader

__all__ = ["Mention", "TimesFound", "TimesReader"]
