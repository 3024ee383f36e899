/** What a container does; named like its image's repository. */
export class SpeechFunction {
  /** Transcribes speech with Microsoft's model of one locale. */
  public static readonly SPEECH_TO_TEXT = new SpeechFunction("speech-to-text");

  /** Transcribes speech with a model of your own. */
  public static readonly CUSTOM_SPEECH_TO_TEXT = new SpeechFunction("custom-speech-to-text");

  /** Speaks text with a standard voice. Retired in August 2021: edition `2020-05` only, with `allowRetired`. */
  public static readonly TEXT_TO_SPEECH = new SpeechFunction("text-to-speech");

  /** Speaks text with a voice of your own. Retired: edition `2020-05` only, with `allowRetired`. */
  public static readonly CUSTOM_TEXT_TO_SPEECH = new SpeechFunction("custom-text-to-speech");

  /** Speaks text with a neural voice. */
  public static readonly NEURAL_TEXT_TO_SPEECH = new SpeechFunction("neural-text-to-speech");

  /** Names the language that is spoken (preview). */
  public static readonly LANGUAGE_DETECTION = new SpeechFunction("language-detection");

  /** Tells how positive or negative a text is: the companion of speech to text. Bills to a Text Analytics account. */
  public static readonly SENTIMENT = new SpeechFunction("sentiment");

  /**
   * A function by its name.
   *
   * @param name such as `speech-to-text`; one that the edition does not have is a problem of the construct that uses it
   */
  public static of(name: string): SpeechFunction {
    return new SpeechFunction(name);
  }

  private constructor(
    /** The name of the function, such as `speech-to-text`. */
    public readonly name: string,
  ) {}
}
