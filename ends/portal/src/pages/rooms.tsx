// Rooms (业务入口): who acts through which post, and the rooms that post may enter.
import { useMe } from "../session.ts";
import { Empty } from "../ui/empty.tsx";
import { TextLink } from "../ui/link.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Section } from "../ui/section.tsx";
import styles from "./home.module.css";

export function Rooms() {
  const { account, post, menu } = useMe();
  return (
    <>
      <PageHead
        title="工作台"
        sentence={`${account.name}，您正以“${post?.org.name ?? ""} · ${post?.title ?? ""}”的岗位办理。`}
      />
      {menu.length === 0 ? (
        <Empty
          sentence="这个岗位还没有可办的事"
          hint="请切换岗位，或联系本级工会的系统管理员开通。"
        />
      ) : null}
      {menu.map(({ platform, title, rooms }) => (
        <Section key={platform} title={title}>
          <ul className={styles.rooms}>
            {rooms.map((room) => (
              <li key={room.room}>
                <TextLink to={room.path} className={styles.room}>
                  <b>{room.title}</b>
                  <span>{room.functions.map((one) => one.title).join("、")}</span>
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
