import { describe, expect, it, onTestFinished } from "vitest";
import { household } from "../testing/household.ts";

const form = "application/x-www-form-urlencoded";

/** Posts a body of a given type as the user ada. */
async function posting() {
  const at = await household();
  onTestFinished(() => at.close());
  return async (type: string, body: string, path = "/expenses/", more = {}) => {
    const headers = { "content-type": type, ...more };
    const { status, text } = await at.ask({
      method: "POST",
      path,
      body,
      headers,
      token: at.tokens.ada,
    });
    return { status, body: JSON.parse(text) as unknown };
  };
}

describe("a form", () => {
  it.each([
    ["50% off", "50% off"],
    ["%", "%"],
    ["100%25", "100%"],
    ["a%4", "a%4"],
    ["%zz%C3%A9%", "%zzé%"],
    ["%%41", "%A"],
    ["%u00e9", "%u00e9"],
  ])("keeps a percent sign that starts no escape: %s", async (sent, description) => {
    const post = await posting();
    expect(await post(form, `amount=1&category=FOOD&description=${sent}`)).toMatchObject({
      status: 201,
      body: { description },
    });
  });

  it("accepts a password with a percent sign", async () => {
    const post = await posting();
    const account = "username=grace&password=horse%77-100%-battery";
    expect(await post(form, account, "/register/")).toMatchObject({ status: 201 });
    const json = JSON.stringify({ username: "grace", password: "horsew-100%-battery" });
    expect(await post("application/json", json, "/api/token/")).toMatchObject({ status: 200 });
  });

  it("is refused with escapes that aren't UTF-8", async () => {
    const post = await posting();
    expect(await post(form, "amount=1&category=FOOD&description=50%+%ff")).toEqual({
      status: 400,
      body: { detail: "Form parse error - URI malformed" },
    });
  });
});

describe("a media type that isn't read", () => {
  it.each(["text/Plain; charset=utf-8", "application/xml ;a=b", "garbage"])(
    "is quoted as it was sent: %s",
    async (type) => {
      const post = await posting();
      expect(await post(type, "x")).toEqual({
        status: 415,
        body: { detail: `Unsupported media type "${type}" in request.` },
      });
    },
  );
});

it.each(["identity", "IDENTITY", "Identity"])(
  "a body may declare that it isn't compressed: %s",
  async (name) => {
    const post = await posting();
    const lunch = JSON.stringify({ amount: 1, description: "Lunch", category: "FOOD" });
    const headers = { "content-encoding": name };
    expect(await post("application/json", lunch, "/expenses/", headers)).toMatchObject({
      status: 201,
    });
  },
);

const disposition = (name: string, value: string, fileName?: string) =>
  `--X\r\nContent-Disposition: form-data; name="${name}"${
    fileName === undefined ? "" : `; filename="${fileName}"`
  }\r\n\r\n${value}\r\n`;

const lunch = {
  amount: disposition("amount", "1"),
  category: disposition("category", "FOOD"),
  description: disposition("description", "Lunch"),
};

describe("a file in a multipart form", () => {
  it.each([
    ["description", ["Not a valid string."]],
    ["amount", ["A valid number is required."]],
    ["category", ['"a.txt" is not a valid choice.']],
    ["date", ["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."]],
    ["external_id", ["Not a valid string."]],
    ["tags", ["Not a valid string."]],
  ])("isn't the value of a field: %s", async (name, messages) => {
    const post = await posting();
    const parts = Object.values({ ...lunch, [name]: disposition(name, "1", "a.txt") });
    expect(await post("multipart/form-data; boundary=X", `${parts.join("")}--X--\r\n`)).toEqual({
      status: 400,
      body: { [name]: messages },
    });
  });

  it("takes precedence over a value of the same name", async () => {
    const post = await posting();
    const file = disposition("description", "text", "a.txt");
    const parts = [file, ...Object.values(lunch)].join("");
    expect(await post("multipart/form-data; boundary=X", `${parts}--X--\r\n`)).toMatchObject({
      body: { description: ["Not a valid string."] },
    });
  });

  it("is ignored if no field has its name", async () => {
    const post = await posting();
    const parts = [...Object.values(lunch), disposition("receipt", "text", "a.txt")].join("");
    expect(await post("multipart/form-data; boundary=X", `${parts}--X--\r\n`)).toMatchObject({
      status: 201,
    });
  });

  it("counts as text if it has no name", async () => {
    const post = await posting();
    const parts = { ...lunch, description: disposition("description", "Lunch", "") };
    const body = `${Object.values(parts).join("")}--X--\r\n`;
    expect(await post("multipart/form-data; boundary=X", body)).toMatchObject({
      status: 201,
      body: { description: "Lunch" },
    });
  });
});

const posted = async (part: string) => {
  const post = await posting();
  const body = `${Object.values(lunch).join("")}${part}--X--\r\n`;
  return post("multipart/form-data; boundary=X", body);
};

const encoded = (name: string, value: string, encoding: string) =>
  `--X\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${value}\r\n`;

describe("a part of a multipart form", () => {
  it.each([
    [
      "blanks behind its boundary",
      '--X  \r\nContent-Disposition: form-data; name="date"\r\n\r\nx\r\n',
    ],
    ["another disposition", '--X\r\nContent-Disposition: attachment; name="date"\r\n\r\nx\r\n'],
    ["no head", "--X\r\n\r\nx\r\n"],
  ])("is refused, and not lost, if it has %s", async (_what, part) => {
    expect(await posted(part)).toEqual({
      status: 400,
      body: { detail: "Multipart form parse error - a part doesn't belong to a form" },
    });
  });

  it.each(["base64", "BASE64"])("is decoded if it is encoded: %s", async (encoding) => {
    const post = await posting();
    const { amount, category } = lunch;
    const parts = [amount, category, encoded("description", "Y2Fmw6k=", encoding)].join("");
    expect(await post("multipart/form-data; boundary=X", `${parts}--X--\r\n`)).toMatchObject({
      status: 201,
      body: { description: "café" },
    });
  });

  it("is refused if its decoded content isn't UTF-8", async () => {
    expect(await posted(encoded("tags", "6Q==", "base64"))).toEqual({
      status: 400,
      body: { detail: "Multipart form parse error - a field is not UTF-8" },
    });
  });
});
