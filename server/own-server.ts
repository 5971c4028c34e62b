// The operator's own PostgreSQL (自备数据库): looked at before anything is made in it; what will not do is refused in words
// that never show the password.
import { createHmac } from "node:crypto";
import type { Keyring } from "@niangjia/foundation/keys";
import { loginRole } from "@niangjia/foundation/postgres";
import pg from "pg";

/** Row security, roles and planning are those of this version. */
const oldestMajor = 16;
const greetingMs = 10_000;

export interface OwnServer {
  /** Address of the login role; its password is made from the house's key. */
  readonly url: string;
  readonly ownerUrl: string;
}

interface Looked {
  /** As `server_version_num` tells it, such as 160004. */
  readonly version: number;
  readonly encoding: string;
  readonly owner: boolean;
  readonly createsRoles: boolean;
  /** Whether a house has been made here before. */
  readonly furnished: boolean;
}

/** Host, port and database, and nothing else of an address. */
function placeOf({ hostname, port, pathname }: URL): string {
  return `${hostname}:${port || "5432"}${pathname}`;
}

function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const hasHost = url?.hostname || url?.searchParams.has("host");
  if (url && hasHost && url.username && url.pathname.length > 1) return url;
  throw new Error(
    "DATABASE_URL 写得不完整。请写成 postgres://用户名:密码@主机:端口/数据库名；密码里的特殊字符请用百分号编码。",
  );
}

const refusals: Readonly<Record<string, string>> = {
  "28P01": "用户名或密码不对。请核对 DATABASE_URL 里的用户名和密码。",
  "28000": "不允许这样登录。请核对用户名，并让数据库管理员在 pg_hba.conf 里放行本机。",
  "3D000": "没有这个数据库。请先在服务器上建立：create database 数据库名 encoding 'UTF8'。",
  "53300": "连接数已满。请调大 max_connections，或关闭不用的连接。",
};

/** Why a connection was not had. The driver's own words may hold the address; they stay in the cause. */
function refusalOf(url: URL, cause: unknown): Error {
  const { code = "" } = cause as NodeJS.ErrnoException;
  const why = refusals[code] ?? "连接不上。请确认数据库已启动，并核对主机、端口和防火墙。";
  return new Error(`数据库 ${placeOf(url)} ${why}`, { cause });
}

async function look(url: URL): Promise<Looked> {
  const client = new pg.Client({
    connectionString: url.href,
    connectionTimeoutMillis: greetingMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Looked>(
      `select current_setting('server_version_num')::int as version,
         current_setting('server_encoding') as encoding,
         pg_has_role(d.datdba, 'usage') as owner, r.rolsuper or r.rolcreaterole as "createsRoles",
         to_regclass('public.niangjia_migrations') is not null as furnished
       from pg_database d, pg_roles r
       where d.datname = current_database() and r.rolname = current_user`,
    );
    return rows[0]!;
  } catch (error) {
    throw refusalOf(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What stands against using this server, as sentences; empty when nothing does. */
export function faultsOf({ version, encoding, owner, createsRoles }: Looked): string[] {
  const faults: string[] = [];
  if (version < oldestMajor * 10_000) {
    const major = Math.floor(version / 10_000);
    faults.push(`是 PostgreSQL ${major}，需要 ${oldestMajor} 或更新的版本。请先升级数据库服务器。`);
  }
  if (encoding !== "UTF8") {
    faults.push(`的编码是 ${encoding}，存不全汉字。请另建一个 encoding 'UTF8' 的数据库。`);
  }
  if (!owner) faults.push("不属于这个用户。请执行：alter database 数据库名 owner to 用户名。");
  if (!createsRoles) faults.push("的这个用户不能建立角色。请执行：alter role 用户名 createrole。");
  return faults;
}

/** Looks at the server of an address. Refuses one that cannot be used; says whether a house has been made there. */
export async function lookAt(address: string): Promise<{ readonly furnished: boolean }> {
  const url = parsed(address);
  const looked = await look(url);
  const faults = faultsOf(looked);
  if (faults.length > 0)
    throw new Error(faults.map((f) => `数据库 ${placeOf(url)} ${f}`).join("\n"));
  return looked;
}

export function ownServer(address: string, keys: Keyring): OwnServer {
  const owner = parsed(address);
  const app = new URL(owner);
  app.username = loginRole;
  app.password = createHmac("sha256", keys.derive("database login"))
    .update(owner.host)
    .digest("hex");
  return { url: app.href, ownerUrl: owner.href };
}
