# English: plain, British spelling, for someone who lives in Vietnam and reads no Vietnamese.

## Around the page

app-name = Public services
skip = Skip to the main content
bar-label = Language and display
language-changed = This page is in English.
languages-link = Other languages
preferences-link = Text size, colours
help-link = Help
help-title = If you need help
hotline = Call
office-default = You can apply at the one-stop office (Bộ phận Một cửa) of the nearest commune or ward.
operator = Run by:
notice-warning = Warning:
other-way-title = Another way to apply
waiting = Loading. Wait a moment.
back = Back
back-label = Way back
back-home = Home
continue = Continue
change = Change
try-again = Try again
choice-not-offered = It says “{ $text }”, which is none of these. Choose one.
yes = Yes
no = No
or = or
optional = (optional)
why = Why we ask this
help = More about this
next-up = Next: { $heading }
step-of = Step { $n } of { $of }
step-of-at-most = Step { $n } of at most { $of }

## Home

home-title = Deal with a public office
search-label = Find a procedure
search-hint = Type its name, in English or Vietnamese, with or without marks. Example: doi giay phep
search-button = Search
search-found =
    { $n ->
        [0] No procedure found.
        [one] One procedure found.
       *[other] { $n } procedures found.
    }
search-nothing = No procedure found. Try another word, or fewer words.
search-browse = See every procedure, filter by life event
track-title = See where an application stands
track-code = Application code
track-code-hint = It is on the receipt. Small letters and spaces are fine.
track-code-missing = Enter the application code
track-button = Look it up

## The procedure

who-title = Who can apply
prepare-title = What you need
prepare-print = Print this list
facts-title = Cost, time, result
fee-title = Fee on { $date }
fee-unknown = The fee is not known here. Ask the office.
fee-amount-unknown = amount not known
fee-free = Free
time-title = How long it takes
working-days =
    { $n ->
        [one] One working day from a complete application
       *[other] { $n } working days from a complete application
    }
calendar-days =
    { $n ->
        [one] One day from a complete application
       *[other] { $n } days from a complete application
    }
working-hours =
    { $n ->
        [one] One working hour from a complete application
       *[other] { $n } working hours from a complete application
    }
result-title = What you get
agency-title = Office
level-title = Online
level-full = All of it can be done online
level-partial = Part of it can be done online; the rest at the office
level-information = At this portal there is only information
legal-title = Legal basis
procedure-code = Code of the procedure:
checked-on = Checked on { $date }
valid-until = Until { $date }
information-only = You cannot apply for this procedure at this portal. Above you see how to apply; or ask the office.
start-keeps = What you enter is kept on this device until you send or delete it. You can stop and go on later.
start-keeps-in-tab = Others use this device: what you enter is locked, and kept only until you close the page.
not-online = This portal does not take applications for this procedure online.
start-button = Start
start-continue = Go on where you stopped
start-shared = Start on a device that others use
start-shared-hint = What you enter is locked. Once you close the page or leave it, nobody can open it again, not even you.

## Steps

saved-not-yet = Your answers will be kept on this device.
saved-not-yet-in-tab = Your answers will be kept only until you close the page.
saved-at = Saved on this device: { $time }
saved-in-tab = Kept only until you close the page. Saved: { $time }
saved-not-kept = This device keeps nothing. Do not close the page before you send.
saved-not-now = Not saved on this device.
date-day = Day
date-month = Month
date-year = Year
date-any = If you do not know the day or the month, leave it empty.
money = { $amount } đồng

## When something goes wrong

trouble-safe = What you entered is still on this device.
trouble-wait =
    { $minutes ->
        [one] Try again in about one minute.
       *[other] Try again in about { $minutes } minutes.
    }
trouble-offline-title = This device has no network
trouble-offline = This device is not connected. Check the network and try again.
trouble-unreachable-title = The portal cannot be reached
trouble-unreachable = The portal cannot be reached. The network may be weak, or the portal may be down for a moment.
trouble-too-slow-title = The portal answers too slowly
trouble-too-slow = The portal did not answer in time. The network may be weak, or the portal busy.
trouble-unreadable-title = The portal's answer cannot be read
trouble-unreadable = The portal sent something that this page cannot read. This usually passes.
trouble-refused-title = The portal did not understand
trouble-refused = The portal did not understand this request. Try again, or use another way below.
trouble-sign-in-needed-title = You have to sign in
trouble-sign-in-needed = The portal shows this page only to people who have signed in.
trouble-forbidden-title = You cannot see this page
trouble-forbidden = The portal does not allow this page to be seen.
trouble-not-found-title = Not found
trouble-not-found = The portal has no such procedure or application. Check the address, or search on the home page.
trouble-changed-title = This has just been changed
trouble-changed = The portal has just changed this. Try again to get the new version.
trouble-too-large-title = Too large
trouble-too-large = The portal does not take anything as large as this.
trouble-rejected-title = The portal did not take it
trouble-rejected = The portal did not take some of it. Check your answers.
trouble-too-many-title = Too many requests
trouble-too-many = Too many requests at once. Wait a moment and try again.
trouble-broken-title = Something broke at the portal
trouble-broken = Something broke at the portal. It is not your fault.
trouble-closed-title = The portal is closed for a while
trouble-closed = The portal is closed for maintenance.

## What is wrong with an answer

error-prefix = Error:
title-error = Error:{ " " }
read-aloud-link = Listen

## How accessible this is. Compare with docs/accessibility/statements.md before you change it; change the date too.

account-link = My account and applications
accessibility-link = Accessibility
