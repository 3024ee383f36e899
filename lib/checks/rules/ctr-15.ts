import { imageBefore, mountBefore } from "../before";
import { fetchesLicence, isDisconnected, LICENCE_FOLDER, mountAt } from "../offline";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

/** A new image and its licence. */
export const ctr15: Rule = {
  id: "CTR-15",
  title: "a new image of a disconnected container gets a new licence",
  level: "error",
  why: "The licence decrypts parts of the image: with the licence of the old image the new one does not start.",
  fix: "fetch the licence again, into a volume that is named after the image, before the container moves",
  source: "MicrosoftDocs/azure-ai-docs cognitive-services-container license update include",
  judge: (context) =>
    context.containers.filter(isDisconnected).flatMap((container) => judgeContainer(context, container)),
};

function judgeContainer({ plan, containers }: RuleContext, container: ContainerView): readonly Outcome[] {
  const { resource, imageName } = container;
  const old = imageBefore(plan, resource);
  if (resource.before === undefined || old === undefined) return [];
  if (imageName.state === "unknown") return [undecided(resource, "image known after apply")];
  if (knownValue(imageName) === old) return [pass(resource)];
  const licence = licenceOf(container);
  if (licence === undefined) return [undecided(resource, "licence volume known after apply")];
  const isNew = mountBefore(resource, licence.folder) !== licence.volume;
  const isFetched = containers.some(
    (other) =>
      fetchesLicence(other) &&
      (other.resource.action === "create" || other.resource.action === "replace") &&
      licenceOf(other)?.volume === licence.volume,
  );
  return [
    isNew || isFetched ? pass(resource) : fail(resource, "the image changes, and nothing fetches its licence again"),
  ];
}

function licenceOf(container: ContainerView): { readonly folder: string; readonly volume: string } | undefined {
  const setting = findSetting(container.settings, LICENCE_FOLDER);
  const folder = typeof setting === "object" ? knownValue(setting.value) : undefined;
  const mount = folder === undefined ? undefined : mountAt(container, folder);
  const volume = mount?.state === "known" ? knownValue(mount.value.source) : undefined;
  return folder === undefined || volume === undefined ? undefined : { folder, volume };
}
