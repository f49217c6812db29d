# The words of what comes after the first question: docs/adr/0008-later.md.

## Home

drafts-title = Applications you have begun
drafts-where = These are only on this device, until you send or delete them. Nothing has been sent to any office.
drafts-where-in-tab = These are kept only until you close the page. Nothing has been sent to any office.
draft-step = You are at:
draft-saved = Saved { $time }
draft-pending = This was sent, but it is not known yet whether the portal has it. Open it to find out.
draft-continue = Go on with: { $name }
draft-delete = Delete: { $name }
delete-answers = Delete my answers
keep-in-tab = Others use this device: keep my answers only until I close the page
keep-in-tab-done = From now on your answers are kept only until you close the page.
keep-on-device = Keep my answers on this device, to go on another time
keep-on-device-done = From now on your answers are kept on this device until you send or delete them.
draft-delete-sure = Delete everything you entered in this application? It cannot be brought back.
draft-delete-sure-pending = The portal may already have this application. If you delete it here, this device cannot find its code any more. Delete it all the same?
draft-delete-yes = Delete this application
draft-delete-no = Keep it
draft-deleted = The application you had begun was deleted.
sent-title = Sent from this device

## Search

search-filters = Filter the results
search-all = All
search-only-event = Life event
search-only-agency = Agency
search-only-level = Level of the office
search-level-ministry = Ministry
search-level-province = Province
search-level-commune = Commune
search-level-other = Another office
search-more = Show more results
search-form = Can be done online here

## Steps

address-province = Province or city
address-province-hint = Type a few letters, then choose from the list
address-commune = Commune, ward or special zone
address-commune-hint = Choose the province or city first
address-detail = House number, street, hamlet
address-detail-hint = Without a house number, write the hamlet or residential group
currency = đồng
list-label = List to choose from
list-now-part = { $name } is part of it now
list-found =
    { $n ->
        [0] No match.
        [one] One match. Use the down arrow to choose it.
       *[other] { $n } matches. Use the down arrow to choose.
    }
list-nothing = No match
list-choose = Choose one
list-loading = The list is loading. Wait a moment.
list-failed = The list to choose from could not be loaded.
characters-left = { $n } characters left
characters-over = { $n } characters too many
repeat-empty = The list is empty.
repeat-add = Add { $item }
repeat-full =
    { $n ->
        [one] The list is full: one entry.
       *[other] The list is full: { $n } entries.
    }
row-incomplete = Something is missing here
row-removed = Removed from the list: { $what }.
change-what = Change: { $what }
remove-what = Remove: { $what }
rows =
    { $n ->
        [0] None
        [one] One entry
       *[other] { $n } entries
    }
rows-part = { $item } { $from } to { $to }, of { $of } in all
rows-part-to-do = Entries to put right: { $from } to { $to }, of { $of } in all
rows-next = Next entries
rows-before = Entries before
rows-only-to-do = Show only entries to put right
rows-none-to-do = There is nothing left to put right.
rows-shown =
    { $n ->
        [0] No entries are shown.
        [one] One entry is shown.
       *[other] { $n } entries are shown.
    }
news-version = The form has been replaced by a new version since you began.
news-version-fits = Everything you entered still fits.
news-version-again = Answer these again:
news-version-new = The new form also asks:
news-version-kept = Everything else you entered is kept.
news-version-left-out = Some questions are no longer asked: your answers to them are not sent.
news-dropped = Because you changed an answer, these are no longer needed: { $labels }. What you entered there is kept, and is not sent.

## From a table

import-title = Add from a table (CSV)
import-for = If you already have the list in a spreadsheet, such as Excel, you do not have to type it again.
import-step-table = Download the template and open it in a spreadsheet program. Each entry is a line.
import-step-save = Save the table as a CSV file, of the kind UTF-8, and choose the file here. Or copy the cells of the table and paste them below.
import-step-take = Press “Add to the list”. Lines with mistakes are added too, and you put them right afterwards.
import-template = Download the template
import-rows = Download this list as a table
import-file = CSV file
import-file-read = The file { $name } has been read. What is in it now stands in the box below.
import-text = What is in the table
import-text-hint = The first line has the names of the columns, as in the template
import-mode = The list has entries already. What do you want to do with them?
import-append = Keep them, and add the new lines at the end
import-replace = Remove them all, and put the new lines in their place
import-take = Add to the list
import-empty = There is no line to add yet. Choose a file, or paste the table into this box
import-not-text = This file cannot be read. Save the table as a CSV file, of the kind UTF-8, and choose it again
import-too-many-lines = Split the table into parts of { $n } lines at most
import-too-large = This table is too large. Choose a file of { $max } or less
import-done =
    { $n ->
        [0] No line was added to the list
        [one] One line was added to the list
       *[other] { $n } lines were added to the list
    }
import-no-room =
    { $n ->
        [one] The list is full. The last line of the table could not be added.
       *[other] The list is full. The last { $n } lines of the table could not be added.
    }
import-by-order = No name in the first line is that of a question. The columns were taken in the order of the questions, so check them.
import-left-out = Columns that are not used: { $columns }.
import-no-column = The table has no column for: { $columns }. Answer these in each entry.
import-all-right = Nothing in the list is missing or wrong.
import-wrong =
    { $n ->
        [one] One entry in the list has to be put right:
       *[other] { $n } entries in the list have to be put right:
    }
import-more-wrong =
    { $n ->
        [one] One more entry has to be put right. It is in the list below.
       *[other] { $n } more entries have to be put right. They are in the list below.
    }
import-undo = Undo this import
import-undone = The import is undone. The list is as it was before.

## Files

file-limits = { $types } files, { $max } each at most. Larger photos are made smaller on this device.
files-chosen = Chosen files: { $label }
file-remove = Remove file { $name }
file-added = File { $name } was added.
file-refused = File { $name } could not be added. { $why }.
file-removed = File { $name } was removed.
file-arrived = Uploaded
file-told = { $name }: { $what }
file-told-arrived = { $name }: uploaded.
file-under-way = Uploading: { $percent }%
file-waiting = No network. It goes on by itself. { $percent }% done
file-gone = This device no longer has the file. Remove it and choose it again.
file-failed-too-large = The portal does not take a file as large as this. Remove it and choose a smaller one.
file-failed-refused = The portal does not take this file. Remove it and choose another.
file-failed-forbidden = The portal does not allow uploads. Try again later, or hand the papers in at the one-stop office.
file-failed-sign-in-needed = The portal takes files only from people who have signed in. Call for help, or hand the papers in at the one-stop office.
file-failed-not-found = The portal does not find this file. Try again; if that does not help, remove it and choose it again.
file-failed-changed = The upload was interrupted too often. Try again when the network is better.
file-failed-rejected = The portal does not take this file. Remove it and choose another.
size-kb = { $amount } KB
size-mb = { $amount } MB

## Check and send

review-title = Check your answers
review-not-sent = Nothing has been sent yet. Check your answers, then press Send at the end of the page.
not-provided = Not provided
answer-missing = Missing: { $label }
answer-on-its-way = Chosen. The name shows when the list is there.
declare-title = Declare and send
send = Send the application
sending = Sending your application. Do not close the page.
sending-files = Waiting for the files. After that the application is sent by itself. Keep this page open.
sending-unknown-title = It is not known yet whether your application arrived
sending-unknown = Your application is still on this device, and it will not be sent twice. This page asks the portal again by itself. You can close the page and come back later.
sending-ask-again = Ask again now
sending-refused-title = The portal did not take your application
sending-refused-refused = The portal could not read this application. Call for help, or apply at the one-stop office.
sending-refused-rejected = The portal gives this reason:
sending-refused-sign-in-needed = You have to sign in to send this application.
sending-refused-forbidden = The portal does not allow this application to be sent.
sending-refused-not-found = The portal no longer offers this procedure.
sending-refused-changed = The form has just been changed. Load the page again, check your answers and send.
sending-refused-too-large = The application is too large. Remove some files and send it again.
sending-refused-too-many = It was sent too often. Wait some minutes and send it again.
already-sent-title = This application was sent
already-sent = The office has it. It cannot be changed or sent again here.
already-sent-see = See the application
already-sent-new = Begin a new application

## Afterwards

receipt-title = Application sent
tracking-title = Where your application stands
dossier-code = Application code
receipt-procedure = Procedure
receipt-lookup = Lookup code
receipt-time = Sent
receipt-keep = Write down or print the application code and the lookup code. You need both to see the application on another device.
receipt-next = The office looks at your application. If something is missing, it tells you what. You can see on this page where it stands.
todo-put-right = You have to put something right.
todo-go = You have to go to the office. What to bring, and where, is below.
todo-go-later = You still have to go to the office. Wait until it has accepted your application. What to bring is below.
todo-parts = A part of your application was not done, or needs something from you. Read why.
todo-office-wrote = The office wrote on { $time }:
todo-ask = Ask the office
todo-ask-why = The office has not written why. Ask the office
todo-until = Result due on { $date }.
todo-pay-amount = To pay: { $amount }
todo-pay-how = You cannot pay on this page. Pay in the way and by the day that the office has written here. If you find neither, ask the office.
receipt-print = Print this page
status-title = Where it stands
status-now = Status:
history-title = What happened so far
tracking-asking = Asking the portal.
tracking-refresh = Look again
tracking-safe = Your application is not affected.
tracking-last = Below is what was known last.
proof-title = See an application
proof-other-code = Enter another application code
proof-label = Lookup code
proof-hint = It has 10 letters and digits and is on the page that you got after sending.
proof-button = See the application
proof-missing = Enter the lookup code
proof-wrong = The application code and the lookup code do not belong together. Check both.
proof-too-often = Too many tries. Wait 15 minutes and try again.
forget-title = If others use this device
forget = Remove the application code from this device if other people use it. The office still has your application.
forget-button = Remove the code from this device
forgotten = The code of the application was deleted from this device.

## The ten official statuses

status-submitted = Submitted
status-submitted-do = You have nothing to do now. Wait until the office accepts it.
status-accepted = Accepted
status-accepted-do = You have nothing to do now. The office has your application.
status-not-accepted = Not accepted
status-not-accepted-do = Read the reason below. Put it right and apply again.
status-in-progress = In progress
status-in-progress-do = You have nothing to do now. The office is working on it.
status-documents-requested = Documents requested
status-documents-requested-do = You have to send more documents. See below what the office asks for.
status-payment-due = Payment due
status-payment-due-do = You have to pay. See below how much and how.
status-withdrawal-requested = Withdrawal requested
status-withdrawal-requested-do = You have nothing to do now. The office is looking at your withdrawal.
status-stopped = Stopped
status-stopped-do = The office has stopped working on it. Read the reason below.
status-decided = Decided, result ready
status-decided-do = The result is ready. Collect it in the way you chose.
status-delivered = Result delivered
status-delivered-do = Done. You have nothing more to do.

## Display

preferences-title = Text size, colours and reading
preferences-at-once = A change holds at once and is remembered on this device. Your answers stay as they are.
preferences-text = Text size
preferences-text-size = { $percent }%
preferences-theme = Colours
preferences-theme-auto = As on this device
preferences-theme-light = Light
preferences-theme-dark = Dark
preferences-theme-yellow-on-black = Yellow on black
preferences-theme-black-on-white = Black on white
preferences-close = Close
preferences-spacing = Spacing
preferences-spacing-normal = Normal
preferences-spacing-wide = Wide
preferences-spacing-wider = Widest
preferences-mode = How to fill in the form
preferences-mode-steps = One step a page
preferences-mode-steps-hint = Questions that belong together are on one page
preferences-mode-one-question = One question a page
preferences-mode-one-question-hint = Easier to follow in large text
preferences-mode-screen-reader = For screen readers
preferences-mode-screen-reader-hint = One question a page, with the reason and what comes next in words, and plain lists
preferences-ruler = Reading ruler
preferences-ruler-hint = Keeps the line you read bright and dims the rest

## Languages

languages-title = Languages
language-is-unreviewed = Unreviewed translation
language-is-partial = { $share ->
    [0] Not translated yet, shown in Vietnamese
   *[other] { $share }% translated, the rest in Vietnamese
 }
language-unreviewed = No fluent speaker has checked this translation yet. Where something is unclear, look at the Vietnamese as well.
language-partial = { $share ->
    [0] This language is not translated yet. The page is shown in Vietnamese.
   *[other] Only { $share }% of this language is translated. The rest is in Vietnamese.
 }
original-show = Show Vietnamese as well
original-hide = Hide Vietnamese

## When something goes wrong

not-found-title = There is no such page
not-found = No page has this address. It may be mistyped, or the page has moved.
not-found-search = Search on the home page
mistaken-title = You cannot apply for this online yet
mistaken = The form of this procedure has mistakes, so it cannot be used here. It is not your fault.
mistaken-operator =
    { $n ->
        [one] For the operator: one mistake in the definition
       *[other] For the operator: { $n } mistakes in the definition
    }

## What is wrong with an answer

error-summary-title = There is a problem
problem-missing = Enter { $label }
problem-missing-choice = Choose { $label }
problem-missing-file = Choose a file: { $label }
problem-file = { $label }: { $what }
problem-missing-declaration = Tick the box to declare, so that the application can be sent
problem-too-short = Enter { $label } with at least { $n } characters
problem-too-long = Shorten { $label }: { $n } characters at most, { $over } too many
problem-pattern = Write { $label } just as it is on the document
problem-not-a-number = Enter { $label } as a number, like 12
problem-decimals =
    { $n ->
        [0] Enter { $label } as a whole number
       *[other] Enter { $label } with at most { $n } decimals
    }
problem-too-small = Enter { $label }: { $n } or more
problem-too-large = Enter { $label }: { $n } or less
problem-date-incomplete = Enter the missing { $parts } of { $label }
problem-no-such-date = Check { $label }: the calendar has no such day
problem-year-digits = Enter the year of { $label } with four digits, like 1985
problem-date-too-early = Enter { $label } on or after { $date }
problem-date-too-late = Enter { $label } on or before { $date }
problem-date-in-future = Enter { $label }: today or earlier
problem-date-in-past = Enter { $label }: today or later
problem-not-an-option = Choose { $label } from the list
problem-too-few-chosen = Choose at least { $n }: { $label }
problem-too-many-chosen = Choose at most { $n }: { $label }
problem-none-and-some = Choose either "none" or the others, not both
problem-too-few-rows = Add at least { $n }: { $label }
problem-too-many-rows = Remove some, so that { $n } are left: { $label }
problem-row-incomplete = Complete entry number { $n }: { $label }
problem-not-asked = Remove { $label }: this application does not need it
problem-portal = Check { $label }
problem-person-name = Enter { $label } with letters, spaces, apostrophes and hyphens only
problem-phone = Enter a phone number with 10 digits, like 0900 000 000
problem-phone-old = Enter a phone number with 10 digits. Numbers with 11 digits from 01 were changed in 2018
problem-email = Enter an email address like name@example.vn
email-meant = Did you mean { $address }?
email-use = Use { $address }
problem-personal-id-length = A personal ID number has 12 digits; it is on the identity card. You entered { $n }
problem-personal-id-digits = Enter the personal ID number, 12 digits; it is on the identity card
problem-personal-id-impossible = Check the personal ID number: it cannot begin with 000
problem-old-id = Enter the old identity card number, 9 digits
problem-passport = Enter the passport number as on the passport, like C0000000
problem-driving-licence = Enter the licence number as on the licence, usually 12 digits
problem-tax-code = Enter the tax code: 10 digits, 13 with the branch, or the 12 digits of the personal ID number
problem-tax-code-checksum = Check the tax code: a digit is wrong
problem-plate = Enter the number plate as on the vehicle, like 30A-123.45
problem-health-insurance = Enter the health insurance number as on the card: 10, 12 or 15 characters
problem-time = Enter the hour and the minute, for example 14:30
problem-file-empty = This file is empty. Choose another
problem-file-too-large = This file is too large. Choose one of { $max } or less
problem-file-type = This file cannot be used. Choose a { $types } file
problem-file-pixels = This picture is too small. Choose one at least { $width } wide and { $height } high, in pixels
problem-file-unreadable = This file cannot be read now. If it lies in a cloud, download it to this device first, then choose it again
problem-file-cut-off = The end of this file is missing. Take the photo or save the document again, then choose it
problem-file-other-picture = This picture is of the type { $type }, which is not taken. Open it, save it as JPG, then choose that
problem-file-locked = This PDF has a password. Take the password off and choose it again
problem-file-too-many = Choose { $n } files at most
problem-file-not-uploaded = Not uploaded yet: { $label }
read-aloud-title = Listen to this page
read-aloud-how = The page is read sentence by sentence, with the voices of this device. The sentence that is read is marked.
read-aloud-play = Read
read-aloud-pause = Pause
read-aloud-back = Sentence before
read-aloud-on = Next sentence
read-aloud-speed = Speed
read-aloud-speed-75 = Slow
read-aloud-speed-100 = Normal
read-aloud-speed-125 = Fast
read-aloud-speed-150 = Very fast
read-aloud-chosen = Chosen:
read-aloud-no-voice = This device has no voice for { $language }. Sentences in that language are not read. You may be able to add a voice in the settings of the device.
read-aloud-failed = The voice of this device has stopped. Press Read to go on.

## How accessible this is. Compare with docs/accessibility/statements.md before you change it; change the date too.

accessibility-title = Accessibility: made for everyone to use
accessibility-lead = This service is made so that everyone can use it alone. That includes people who are blind, see little, do not use a mouse or read slowly.
accessibility-aim-title = What it is measured against
accessibility-aim = The pages are checked against WCAG 2.2, the international rules for websites that everyone can use. They must meet level AA. Where it can be done, they follow level AAA.
accessibility-law = Decree 224/2026/NĐ-CP, Article 15, asks online public services to support people with disabilities. It names no version of WCAG.
accessibility-proof = The source code has a list of what must be true, and of how each point is checked.
accessibility-holds-title = What works
accessibility-holds-keyboard = Everything can be done with the keyboard alone.
accessibility-holds-reader = It was tried with the screen reader Orca 43.1 on a computer.
accessibility-holds-text = You can choose from five text sizes, up to 400%. You never have to scroll sideways, even with large text.
accessibility-holds-colour = You can choose a light or dark ground, yellow on black, or black on white. Text always stands out from its ground: the contrast is at least 7:1.
accessibility-holds-reading = You can choose more space between lines and letters, a reading ruler, and one question a page. The pages can be read aloud by a voice of your device.
accessibility-holds-errors = When something has to be put right, the top of the page says what and how. Each line leads to its place.
accessibility-holds-time = There is no time limit. Your answers are kept on this device, so you can stop and go on.
accessibility-holds-captcha = You never have to read letters in a picture (captcha) or remember a password.
accessibility-gaps-title = What does not work yet
accessibility-gaps-readers = Other screen readers have not been tried: NVDA, JAWS, VoiceOver, TalkBack. They may read something wrongly or not at all.
accessibility-gaps-people = Nobody with a disability has tried these pages yet.
accessibility-gaps-languages = Khmer and Chinese are complete, but translated by machine. Nobody who speaks them has read them yet. Other languages of ethnic minorities have a few words, or none yet. What they lack is shown in Vietnamese. There is no sign language.
accessibility-gaps-notes = What an office writes to you, and the names of communes and wards, are in Vietnamese only.
accessibility-gaps-audio = Listening uses the voices of your device; there are no recordings yet. Without a voice for the language there is nothing to hear.
accessibility-gaps-device = Answers on the device are locked, but whoever can use this browser can open them. If others use the device, choose “Start on a device that others use”, or press “Delete my answers” when you stop.
accessibility-gaps-sent = After sending, you cannot see your answers here any more. To keep them, print the check page before you send.
accessibility-gaps-browsers = The pages need JavaScript and a recent browser. Automatic checks use only Chromium, the core of Chrome and Edge.
accessibility-instead-title = If you cannot use this
accessibility-instead = You do not have to do this online. You can do one of these.
accessibility-instead-office = Go to the one-stop office (Bộ phận Một cửa) of the nearest commune or ward.
accessibility-instead-call = Call the number at the end of this page, if there is one.
accessibility-instead-together = Ask someone you trust to fill it in with you.
accessibility-report-title = Tell us what is hard to use
accessibility-report = If something does not work for you, tell the operator named at the end of this page.
accessibility-report-what = Say which page, which device, which browser, and what happened.
accessibility-date = Written and checked on { $date }.

advice-title = Please look again
advice-go-on = If everything is right, press “Continue” once more.
advice-gaps = There is no address for: { $months }. Add it if you remember; missing periods are a common reason why an application comes back.
elsewhere-office = Where it is done
elsewhere-procedure = See the procedure that fits better:
elsewhere-kept = Your answers are still kept on this device.
elsewhere-change = Look at your answers again
legal-basis = Legal basis:
fee-amount-open = it depends on your answers
fee-amount-more = { $amount }, and a part that is not known yet
fee-now = Fee with your answers so far: { $amount }
fee-due-title = Your fee
fee-sum = In all: { $amount }
fee-not-here = You cannot pay here yet. The office will tell you when and how to pay.
in-person-title = What is done at the office
in-person-office = Where
in-person-hours = When
in-person-takes = How long it takes
in-person-code = Bring this code:
in-person-bring = Bring with you
in-person-steps = What happens there
components-title = Sent once, several things are done
component-if-asked = Only if you ask for it
account-title = You need an account
account-level-1 = To send it you need a confirmed phone number or a VNeID account. You can fill in the form first.
account-level-2 = To send it you need a VNeID account of level 2. You can fill in the form first.

supplement-count =
    { $n ->
        [one] There is one thing to put right or add.
       *[other] There are { $n } things to put right or add.
    }
supplement-until = Send it by the end of { $date }.
supplement-open = See and put right
supplement-title = Put your application right
supplement-only = You only change the parts below. All your other answers stay as they are.
supplement-contact = If you have questions, contact:
supplement-newly = More questions
supplement-send = Send the changes
supplement-add-row = Add an entry
supplement-nothing = Nothing is asked for in this application
supplement-see = See the application
supplement-sent = Your changes were sent.
supplement-unchanged = You have not changed this:
supplement-unchanged-what = If you send it as it was, the office may ask again or decide without it. Change it above, or write to the office if nothing is wrong.
supplement-unchanged-send = Send it as it was
supplement-again = What you changed is still here. Press send again; it is never sent twice.
flaw-how = What to do:
flaw-note = The officer writes:
flaw-not-there = This part is no longer in the application, so it cannot be changed here. Write to the office on the application’s page.
flaw-of-all = The whole application
flaw-blurred = The photo is blurred and cannot be read
flaw-blurred-how = Take it again in good light, with the whole paper in the picture.
flaw-missing-side = The back side is missing
flaw-missing-side-how = Add a photo of the back side.
flaw-mismatch = It does not match the National Population Database
flaw-mismatch-how = Correct the answer, or ask the commune police to correct the database.
flaw-expired = The paper has expired
flaw-expired-how = Send one that is valid.
flaw-wrong-document = It is not the right kind of paper
flaw-wrong-document-how = Send the paper that the question names.
flaw-wrong-clinic = The health certificate is not from an authorised clinic
flaw-wrong-clinic-how = Go to an authorised clinic and send the new certificate.
flaw-not-signed = There is no signature
flaw-not-signed-how = Sign it and take the photo again, or sign it digitally.
flaw-gap = A period is missing from where you lived
flaw-gap-how = Add where you lived in the missing months.
flaw-consent = Consent is missing
flaw-consent-how = Ask the person who is named to agree.
flaw-violation = There is an open traffic violation
flaw-violation-how = Settle it, then tell us the number of the decision.
flaw-empty-file = The file did not arrive
flaw-empty-file-how = Send the file again; your other answers are kept.
due-title = The result is due on
due-received = Counted as received on { $date }.
due-may-change = Not all later public holidays have been decided, so this day may change.
components-standing = Each part
component-due = Due on { $date }
messages-title = Messages with the office
message-none = There are no messages yet.
message-from-officer = The office
message-from-you = You
message-label = Write to the office
message-hint = A few short sentences. You need not give the application code.
message-missing = Write what you want to ask
text-too-long = Shorten it: { $n } characters at most, { $over } too many
message-send = Send the message
message-sent = The message was sent.
results-title = Result
result-download = Download { $name } ({ $size })
result-saved = The file was saved on this device.
result-not-saved = This device could not save the file. Please try again.
withdraw-title = Withdraw the application
withdraw-what = The office will stop working on it. If you still need it, you have to apply again from the beginning.
withdraw-reason = Reason (optional)
withdraw-button = Withdraw this application
withdraw-done = Your request to withdraw was sent.

sign-in-with = Sign in with { $name }
sign-in-no-way = This portal has no suitable way to sign in now. Please go to the office.
sign-in-cancelled = You stopped signing in. What you filled in is still here.
sign-in-failed = Signing in did not work. Please try again; what you filled in is still here.
sign-in-by-phone = With a phone number
sign-in-phone = Phone number for the code
sign-in-phone-hint = The portal sends a code of 6 digits to this number
sign-in-phone-missing = Enter a phone number
sign-in-phone-wrong = The phone number is not right. Enter a Vietnamese mobile number of 10 digits.
sign-in-send-code = Send me a code
sign-in-code-sent = The code was sent.
sign-in-code = Code of 6 digits
sign-in-code-hint = The code works for 5 minutes
sign-in-code-missing = Enter the code that you received
sign-in-code-wrong = The code is wrong or too old. Check it, or ask for a new one.
sign-in-enter = Sign in
sign-in-too-often = There were too many tries. Please wait a while and try again.
sign-in-trouble = The portal could not be asked. Please try again.
sign-in-keeps = What you filled in stays on this device while you sign in.
sign-in-first = Please sign in before you send.
signed-in = You have signed in.
signed-in-as = Signed in:
account-phone = phone number ending in { $hint }
account-is-level-1 = Level 1.
account-is-level-2 = Level 2.
account-page = Your account
account-why = Sign in to see what you sent with your account, on any device.
my-dossiers = My applications
my-dossiers-none = Nothing was sent with this account yet.
my-dossier-to-do = There is something for you to do
sign-out-title = Sign out
sign-out-what = On a device that others use, sign out and delete what you filled in on the home page.
sign-out = Sign out
sign-out-everywhere = Sign out on every device
signed-out = You have signed out.
sign-out-failed = Signing out did not work. Please try again.

told-filled = Filled in for you: { $labels }. Check them.
told-otherwise = Not the same as what we already have: { $labels }. Look at them again.
told-failed = We could not get what the state already knows. You can fill it in yourself, or try again.
told-from = Filled in for you. If it is wrong, change it. Source:
told-locked = It cannot be changed here. Source:
told-has = What we already have is not the same. Source:
told-take = Use this
told-other-tab = In another tab you entered:
tabs-joined = What you entered in another tab is here too.
tabs-not-read = This device has an unfinished application for this procedure, but it cannot be opened now. It is left as it is; what you enter now is not saved. Load the page again to try once more. If it still cannot be opened, you can delete it and start again.
tabs-gone = This unfinished form was deleted or sent in another tab. What is here is not saved any more.
tabs-keep = Keep what is here
clock-off = The date of this device is wrong. What counts here is the date of the portal: { $date }.
told-typed = You had typed:
told-wrong = This is wrong
told-wrong-what = Only the office that keeps the data can correct it. You can still send your application. Say below what is wrong; the officer reads it.
told-wrong-label = What is wrong, and what is right
told-wrong-hint = Optional
told-wrong-said = You say that this is wrong: { $text }
conflict-title = Some answers differ from what an authority has on record
conflict-has = On record:
conflict-known = Your application will say what is on record. If that is wrong, open the question and say so there.
conflict-see = Open the question
told-sign-in = Sign in to have answers filled in
told-sign-in-what = What the state already knows about you is then filled in. You do not have to. You can also sign in later.
lookup-fills = Look it up to fill in: { $labels }.
lookup-button = Look it up
lookup-sign-in = Sign in to look it up
lookup-first = Answer this question first, then look it up.
lookup-done = Looked up. Check what was filled in.
lookup-same = There was nothing new.
lookup-nothing = Nothing was found. Check your answer, or fill it in yourself.
lookup-ended = You are not signed in any more. Sign in again to look it up; your answers are still here.
lookup-level = You need to sign in at level 2 to look this up. You can also fill it in yourself.
lookup-too-often = You have looked things up too often. Fill it in yourself, or try again later.
lookup-down = The register does not answer. Fill it in yourself, or try again later.
paper-offer = You have this paper in your store at the portal:
paper-issued = Issued on { $date }
paper-expires = Valid until { $date }
paper-expired = Expired on { $date }
paper-use = Use { $name }
paper-used = { $name } was taken from your store.
paper-failed = The paper could not be taken from your store. Try again, or take a photo.
earlier-title = Send another application like this one
earlier-what = A new form is filled in as this one was. Check it, choose the files again, and make the declarations again.
earlier-button = Start from this application
earlier-draft = There is an unfinished application for this procedure on this device. Send or delete it first.
earlier-failed = We could not get the answers. Try again.
session-soon = You will soon be signed out. Your answers stay.
session-stay = Stay signed in
session-stayed = You are still signed in.
session-over = You are not signed in any more. Your answers are still here. Sign in again when you need to.
drafts-of-accounts = Somebody who signed in has unfinished applications on this device. Sign in to go on with yours.
draft-closed = The unfinished application for procedure { $code } cannot be opened on this device
message-new = There is a new message.
result-new = There is a result to download.
