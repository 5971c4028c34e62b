// Joining in WeChat (小程序入会): home, service, form, submission and progress of the built mini-program on the real house.
import type { AddressInfo } from "node:net";
import { WechatDeclined, type WechatGateway } from "@niangjia/foundation/access";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeEvent } from "../platforms/gig/joining/testing.ts";
import { openTestHouse, type TestHouse, tree } from "../server/testing.ts";
import { noMiniprogram, openMiniprogram, type Phone } from "./miniprogram-host.ts";
import type { World } from "./miniprogram-wechat.ts";

const phoneNumber = "13800138011";
const first17 = "43012119930612003";
const wechatTemplate = { id: "T1", lasting: false };

/** What people agreed to be told by WeChat, and how much of it is left. */
const consents = async ({ owner }: TestHouse): Promise<unknown[]> =>
  (await owner.query("select messages_left from business.wechat_consents")).rows;

/** WeChat's side: a code is of one person and good for once. */
function oneTimeCodes() {
  const known = new Map<string, string>();
  const wechat: WechatGateway = {
    async openidOf(code) {
      const openid = known.get(code);
      known.delete(code);
      if (openid === undefined) throw new WechatDeclined("code", "40029 invalid code");
      return openid;
    },
  };
  const codeFor = (openid: string): string => {
    const code = `code-${known.size + 1}-${openid}`;
    known.set(code, openid);
    return code;
  };
  return { wechat, codeFor };
}

/** The first time WeChat knows nobody; a code by text message binds it. */
async function signInAndBind(phone: Phone, house: TestHouse): Promise<void> {
  await phone.press("微信登录");
  await phone.shows("这个微信还没有绑定账号");
  await phone.type("手机号", phoneNumber);
  await phone.press("获取验证码");
  await phone.shows("秒后重发");
  await expect.poll(() => house.sent.some(({ to }) => to === phoneNumber)).toBe(true);
  const code = /\d{6}/.exec(house.sent.find(({ to }) => to === phoneNumber)?.text ?? "")?.[0] ?? "";
  await phone.type("验证码", code);
  await phone.press("登录");
  await phone.shows("还不是工会会员");
}

async function onward(phone: Phone, step: number): Promise<void> {
  await phone.press("下一步");
  await phone.shows(`第 ${step} 步`);
}

/** From the union to the screen about work. */
async function fillPerson(phone: Phone): Promise<void> {
  await phone.type("所在工会", "星沙");
  await phone.press(/星沙/);
  await phone.shows("换一个");
  await onward(phone, 2);
  await phone.type("姓名", "石小军");
  await phone.pick("证件类型", "居民身份证");
  await phone.type("证件号码", `${first17}${checkCharacter(first17) === "1" ? "2" : "1"}`);
  await phone.shows("校验码不对");
  await phone.type("证件号码", first17 + checkCharacter(first17));
  await phone.pick("民族", "汉族");
  await phone.pick("学历", /./);
  await onward(phone, 3);
}

async function fillRest(phone: Phone): Promise<void> {
  await phone.press("否", "是否新就业形态劳动者");
  await onward(phone, 4);
  await phone.press("是");
  await onward(phone, 5);
  await phone.shows("核对一遍");
}

async function agree(house: TestHouse): Promise<void> {
  const officer = await house.signIn("officer", tree.xingsha);
  const { rows } = (await officer.get("/api/desk")).body;
  const items = rows.map(({ id, task }: { id: string; task: number }) => ({ id, task }));
  const { body } = await officer.post("/api/cases/commands", { items });
  expect(body.agreed, JSON.stringify(body)).toBe(1);
}

describe.skipIf(noMiniprogram)("a courier with WeChat", () => {
  const { wechat, codeFor } = oneTimeCodes();
  let house: TestHouse;
  let world: World;
  let phone: Phone;
  beforeEach(async () => {
    house = await openTestHouse({ closeAfter: "caller", wechat, wechatTemplate });
    await house.app.listen({ port: 0, host: "127.0.0.1" });
    await house.worker.start();
    const { port } = house.app.server.address() as AddressInfo;
    world = {
      origin: `http://127.0.0.1:${port}`,
      storage: new Map(),
      code: () => codeFor("courier"),
      network: "there",
      agrees: true,
      templates: [],
      asked: [],
    };
    phone = openMiniprogram(world);
  });
  afterEach(async () => {
    phone?.close();
    await house?.worker.stop();
    house?.app.server.closeAllConnections();
    await house?.close();
  });

  test("finds a service, applies once through a lost network, sees the progress, and is in", async () => {
    await signInAndBind(phone, house);
    await phone.shows("加入工会");
    phone.tab("服务");
    await phone.type("找服务", "rhsq");
    await phone.shows("找到 1 项");
    await phone.press(/入会申请/);
    await fillPerson(phone);

    phone.network("gone");
    await phone.shows("现在没有网络");
    await phone.type("职业（工种）", "骑手");
    await phone.shows("已存在手机里");
    phone.close();
    world.network = "there";
    phone = openMiniprogram(world);
    await phone.press("加入工会");
    await phone.shows("职业（工种）");
    await fillRest(phone);
    await phone.shows("骑手");

    await phone.press("提交申请");
    await phone.shows("提交前请知道");
    expect(world.templates).toEqual([wechatTemplate.id]);
    expect(await consents(house)).toEqual([{ messages_left: 1 }]);
    phone.network("mute");
    await phone.press("知道了，提交申请");
    await phone.shows("有网络时会自动发送，不会重复");
    phone.network("gone");
    phone.network("there");
    await phone.shows("没有要发送的了");
    const filing = "POST /api/cases/functions/membership.join/file 200";
    expect(world.asked.filter((asked) => asked === filing)).toHaveLength(2);
    const { rows } = await house.owner.query(
      `select count(*) from business.cases c join access.accounts a on a.id = c.account_id
        where a.phone_mask like '%8011'`,
    );
    expect(Number(rows[0].count)).toBe(1);

    await phone.press("去看进度");
    await phone.press(/入会申请.*办理中/s);
    await phone.shows("正在办理");
    await phone.shows("星沙");
    await agree(house);
    await expect
      .poll(() => house.sent.filter(({ channel }) => channel === "wechat"))
      .toMatchObject([{ to: "courier", title: "您的申请已办结" }]);
    expect(await consents(house)).toEqual([{ messages_left: 0 }]);
    phone.tab("进度");
    await phone.press(/入会申请.*办结/s);
    await phone.shows("已完成");
    phone.tab("首页");
    await phone.shows("中国工会会员");
    expect(phone.text()).not.toContain("加入工会");
  });

  test("is proposed the unions of where it is, on a tap, and chooses by hand where it may not", async () => {
    await signInAndBind(phone, house);
    await phone.press("加入工会");
    await phone.press("按我的位置推荐");
    await phone.shows("没有得到位置");
    expect(world.asked.filter((asked) => asked.includes("/membership/places"))).toEqual([]);
    world.stands = { longitude: 113.091_234, latitude: 28.241_234 };
    await phone.press("按我的位置推荐");
    await phone.press("长沙县");
    await phone.press(/长沙县总工会/);
    await phone.shows("换一个");
    await phone.shows("长沙县总工会");
  });

  test("scans a poster of this house into its form, and is told of any other code why not", async () => {
    const officer = await house.signIn("officer", tree.xingsha);
    const { code } = await makeEvent(house, officer);
    await signInAndBind(phone, house);
    world.scans = "https://evil.example/app/fill?j=7QK4-ABCD-EFGH-2345";
    await phone.press("扫码入会");
    await phone.press("打开扫一扫");
    await phone.shows("这不是本工会系统的二维码");
    world.scans = `https://localhost/app/fill?j=${code}`;
    await phone.press("打开扫一扫");
    await phone.shows("第 1 步");
    await phone.shows("星沙");
    await phone.press("下一步");
    await phone.shows("姓名");
  });

  test("signs in by one press ever after, and leaves nothing on the phone when signing out", async () => {
    await signInAndBind(phone, house);
    const sent = house.sent.length;
    phone.tab("我的");
    await phone.press("退出登录");
    await phone.shows("微信登录");
    expect([...world.storage.keys()]).toEqual([]);
    expect(world.asked).toContain("POST /api/access/sign-out 200");
    await phone.press("微信登录");
    await phone.shows("还不是工会会员");
    phone.tab("我的");
    await phone.press(/登录设备/);
    await phone.shows("本机");
    expect(house.sent.length).toBe(sent);
  });
});
