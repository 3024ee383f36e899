// JavaScript: prints what is said in a WAV file. node recognize.js hello.wav
const { readFileSync } = require("node:fs");
const sdk = require("microsoft-cognitiveservices-speech-sdk");

const config = sdk.SpeechConfig.fromHost(new URL("ws://localhost:5000"));
config.speechRecognitionLanguage = "en-US";
const audio = sdk.AudioConfig.fromWavFileInput(readFileSync(process.argv[2]));
const recognizer = new sdk.SpeechRecognizer(config, audio);
recognizer.recognizeOnceAsync((result) => {
  console.log(result.text || result.errorDetails || "nothing was understood");
  recognizer.close();
}, console.error);
