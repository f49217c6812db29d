# Orca reads this from its folder of preferences when it starts.
import orca.settings as settings

# Speech goes into a file instead of a synthesizer (transcript_factory.py).
settings.speechServerFactory = "transcript_factory"
settings.speechFactoryModules = ["transcript_factory"]
settings.enableSpeech = True
settings.enableSound = False
settings.enableBraille = False
settings.enableBrailleMonitor = False

# Only what the page says: no names of keys, no letters while they are typed, nothing under the pointer.
settings.enableKeyEcho = False
settings.enableEchoByCharacter = False
settings.enableMouseReview = False
settings.presentToolTips = False

# As a new user of Orca has it, and with the position in a list: "1 of 3".
settings.speechVerbosityLevel = settings.VERBOSITY_LEVEL_VERBOSE
settings.verbalizePunctuationStyle = settings.PUNCTUATION_STYLE_NONE
settings.enablePositionSpeaking = True

# Orca ends itself where a call takes too long; on a busy machine many do.
settings.timeoutTime = 0
