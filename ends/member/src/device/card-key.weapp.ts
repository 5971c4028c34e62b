// The card's key (会员卡密钥) in the mini-program, which makes no keys of its own: chance from WeChat, kept in its storage.
import Taro from "@tarojs/taro";
import { type CardKey, findStored, makeStored, seedBytes } from "../realname/card/key.ts";

export const findCardKey = async (accountId: string): Promise<CardKey | undefined> =>
  findStored(accountId);

export async function makeCardKey(accountId: string): Promise<CardKey> {
  const { randomValues } = await Taro.getRandomValues({ length: seedBytes });
  return makeStored(accountId, new Uint8Array(randomValues));
}
