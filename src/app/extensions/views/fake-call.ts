import type { ProblemCode } from '#contract/problem';
import type { Reply } from '#contract/envelope';
import type { Call, Given, Taken, Uid } from './call.ts';

type Answers = {
  [U in Uid]?: (parameters: Taken<U>) => Reply<Given<U>> | Promise<Reply<Given<U>>>;
};

export const gives = <Value>(value: Value): Reply<Value> => ({ ok: true, value });

export const refuses = (code: ProblemCode, sentence: string, field?: string): Reply<never> => ({
  ok: false,
  problem: { code, sentence, ...(field === undefined ? {} : { field }) },
});

/** A `call` for tests: answers as told, remembers what it was asked. */
export function fakeCall(answers: Answers) {
  const asked: { uid: Uid; parameters: unknown }[] = [];
  const call: Call = async (uid, parameters) => {
    asked.push({ uid, parameters });
    const answer = answers[uid];
    if (!answer) throw new Error(`${uid} was not expected`);
    return await answer(parameters);
  };
  const askedFor = <U extends Uid>(uid: U): Taken<U>[] =>
    asked.filter((one) => one.uid === uid).map(({ parameters }) => parameters as Taken<U>);
  return { call, asked, askedFor };
}

/** A promise that the test settles when it wants to. */
export function later<Value>() {
  let settle: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
