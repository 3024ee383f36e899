import type { ProblemDescription } from "./description";

/** SPC1xx: function, edition, image, locale, voice, version, tag (raised by the planner). */
export const imageProblems = {
  SPC100: {
    title: "unknown function",
    meaning: "A container's function is named like its image's repository. This one is not in the catalogue.",
    mend: "Use one of the functions that the message lists.",
  },
  SPC101: {
    title: "unknown locale",
    meaning: "The image of this version is not published for this locale, so the pull would fail.",
    mend: "Use one of the nearest locales that the message names, or pin a tag of which you know that it exists.",
  },
  SPC102: {
    title: "unknown voice",
    meaning: "There is one image for each voice, and this version has none for this voice.",
    mend: "Use one of the nearest voices that the message names, or pin a tag of which you know that it exists.",
  },
  SPC103: {
    title: "unknown edition",
    meaning: "An edition is a dated set of images, sizes and settings. This one is not in the catalogue.",
    mend: "Use one of the editions that the message lists.",
  },
  SPC104: {
    title: "edition missing",
    meaning: "Without an edition the newest one is planned. A later version of this package may know a newer one.",
    mend: "Paste the line of the hint into the configuration, so that an upgrade never changes an image by itself.",
  },
  SPC105: {
    title: "function not in this edition",
    meaning: "The function exists, but not in the edition of this configuration.",
    mend: "Use another edition or one of the functions that the message lists.",
  },
  SPC106: {
    title: "retired image",
    meaning: "The image is no longer served or supported by Microsoft. It works only from a mirror that still has it.",
    mend: "Use the replacement, or write `allowRetired: true` at the container if you have the image.",
  },
  SPC107: {
    title: "retired image allowed",
    meaning: "`allowRetired: true` plans an image that is no longer served or supported.",
    mend: "Move to the replacement when you can. Until then keep a mirror of the image.",
  },
  SPC108: {
    title: "locale missing",
    meaning: "The tag of this function's images names a locale, so the plan needs one.",
    mend: "Add `locale:`, or pin a tag.",
  },
  SPC109: {
    title: "voice missing",
    meaning: "The tag of this function's images names a voice, so the plan needs one.",
    mend: "Add `voice:`, or pin a tag.",
  },
  SPC110: {
    title: "model id missing",
    meaning: "A custom container does not start without the id of the model that it serves.",
    mend: "Add `modelId:` with the id that the Custom Speech or Custom Voice portal shows.",
  },
  SPC111: {
    title: "model id is not a GUID",
    meaning: "Model ids are GUIDs: 8-4-4-4-12 hexadecimal digits.",
    mend: "Copy the id from the model's page in the portal.",
  },
  SPC112: {
    title: "not a setting of this function",
    meaning: "The locale of a voice is part of its name, and the model of a custom container decides locale and voice.",
    mend: "Delete the line.",
  },
  SPC113: {
    title: "not a version",
    meaning:
      "Versions are three numbers, such as 4.12.0, with -preview behind them only where not all tags of the function " +
      "end so.",
    mend: "Write the version as the tag shows it.",
  },
  SPC114: {
    title: "version not in the catalogue",
    meaning: "The catalogue does not know this version, so nobody checked that its images exist.",
    mend: "Nothing, if you know that it exists. Otherwise delete the line and take the edition's version.",
  },
  SPC115: {
    title: "not a tag",
    meaning:
      "Tags have at most 128 letters, digits, dots, underscores and hyphens, and start with no dot and no hyphen.",
    mend: "Copy the tag from the registry, without the repository and without the colon.",
  },
  SPC116: {
    title: "wrong case",
    meaning: "Tags are lower case; locales and voices have their own mixed case. All three are case-sensitive.",
    mend: "Write it as the hint shows.",
  },
  SPC117: {
    title: "tag and settings contradict each other",
    meaning: "The pinned tag names another version, locale or voice than the container's own settings.",
    mend: "Delete one of the two.",
  },
  SPC118: {
    title: "voice renamed",
    meaning: "The voice has another name in this version, and no image under the old one.",
    mend: "Use the new name, or pin a version before the renaming.",
  },
  SPC119: {
    title: "not a digest",
    meaning: "A digest is `sha256:` and 64 hexadecimal digits.",
    mend: "Copy the digest from `docker images --digests` or from the registry.",
  },
  SPC120: {
    title: "not a registry",
    meaning: "A registry is a host name with a dot or a port, optionally with a path below it, in lower case.",
    mend: "Write it without scheme, tag and repository, such as `contoso.azurecr.io/mirror`.",
  },
  SPC121: {
    title: "tag not in the catalogue",
    meaning: "The pinned tag is none that the catalogue knows for this function, so nobody checked that it exists.",
    mend: "Nothing, if you know that it exists. Otherwise delete the line and take the edition's tag.",
  },
  SPC122: {
    title: "mutable tag in production",
    meaning: "`latest` names another image after each release, and its locale is en-US.",
    mend: "Pin a version, a tag or a digest.",
  },
  SPC123: {
    title: "preview image in production",
    meaning: "Preview images come without support and may go without notice.",
    mend: "Nothing, if there is no other image of this function. Otherwise take a version without -preview.",
  },
  SPC124: {
    title: "locale or voice not checked",
    meaning:
      "No source lists an image of this version for this locale or voice. The digest says which image runs, so it is " +
      "planned all the same.",
    mend: "Nothing, if you know the image behind the digest.",
  },
  SPC125: {
    title: "version and locale or voice not known together",
    meaning:
      "Versions are not in step: an image of one locale or voice may be missing in a version. No source says that this " +
      "version has this one, so the pull might fail.",
    mend: "Use a pair that the hint names, or pin the tag or a digest if you know that the image exists.",
  },
  SPC126: {
    title: "not a user name of a registry",
    meaning: "The user name of a registry has no blanks, no control characters and no colon, and is not empty.",
    mend: "Write the name alone. The password comes from the environment.",
  },
  SPC127: {
    title: "two users of one registry",
    meaning:
      "Containers of one site log in to the same registry as different users. Terraform logs in once for a host.",
    mend: "Use one user for all containers of the site that pull from this registry.",
  },
  SPC128: {
    title: "unknown language",
    meaning: "Sentiment images hold one language each, and none of this version is known for this one.",
    mend: "Use a language that the message names, or pin the `tag:` of an image that you know.",
  },
  SPC130: {
    title: "image not locked",
    meaning:
      "There is a lock file beside the configuration, but it has no digest of this image: the edition, the tag or the " +
      "registry has changed since, or the container is new.",
    mend: "Run `speech-containers lock`: it asks the registry and writes the digest.",
  },
  SPC129: {
    title: "lock file out of date",
    meaning: "The lock file has digests of images that no container uses any more. They have no effect.",
    mend: "Run `speech-containers lock`: it writes the file anew.",
  },
} as const satisfies Record<string, ProblemDescription>;
