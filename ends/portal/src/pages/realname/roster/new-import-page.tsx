// A new import (导入名册): the union members are to join and the file, brought with its progress.
import { useRouter, useSearch } from "@tanstack/react-router";
import { useMe } from "../../../session.ts";
import { StepShell } from "../../../ui/form/step-shell.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { importPaths } from "./imports.ts";
import { SampleRoster } from "./sample-roster.tsx";
import { steps, stepsOf } from "./steps.ts";

export function Page() {
  const { union, after } = useSearch({ strict: false }) as { union?: string; after?: string };
  const { post } = useMe();
  const { history } = useRouter();
  const sentence = after
    ? "把改好的错误行文件传上来。已经入库的人不会重复，只补进改好的行。"
    : "现成的 Excel 就行，不必先改成模板的样子。传上来后先核对，确认了才入库。";
  return (
    <>
      <PageHead
        back={<TextLink to={importPaths.list()}>名册导入</TextLink>}
        title={after ? "改好后再导入" : "导入名册"}
        sentence={sentence}
        more={<SampleRoster />}
      />
      <Section>
        <StepShell steps={stepsOf()} current={steps.choose}>
          <ChooseFile
            union={union ?? post?.org.id}
            onUnion={(unionId) =>
              history.replace(
                importPaths.fresh({
                  ...(unionId ? { union: unionId } : {}),
                  ...(after ? { after } : {}),
                }),
              )
            }
            onOpened={(id) => history.replace(importPaths.one(id))}
          />
        </StepShell>
      </Section>
    </>
  );
}
