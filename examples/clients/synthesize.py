# Python: says a text into hello.wav. python synthesize.py "Good morning."
import sys
import azure.cognitiveservices.speech as speechsdk

config = speechsdk.SpeechConfig(host="http://localhost:5001")
config.speech_synthesis_voice_name = "en-US-AriaNeural"
audio = speechsdk.audio.AudioOutputConfig(filename="hello.wav")
synthesizer = speechsdk.SpeechSynthesizer(config, audio)
result = synthesizer.speak_text(sys.argv[1])
failure = result.cancellation_details
print(failure.error_details if failure else "hello.wav")
