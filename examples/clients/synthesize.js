// JavaScript: says a text into hello.wav. node synthesize.js "Good morning."
const sdk = require("microsoft-cognitiveservices-speech-sdk");

const config = sdk.SpeechConfig.fromHost(new URL("http://localhost:5001"));
config.speechSynthesisVoiceName = "en-US-AriaNeural";
const audio = sdk.AudioConfig.fromAudioFileOutput("hello.wav");
const synthesizer = new sdk.SpeechSynthesizer(config, audio);
synthesizer.speakTextAsync(
  process.argv[2],
  (result) => {
    console.log(result.errorDetails || "hello.wav");
    synthesizer.close();
  },
  console.error,
);
