// Reads every event topic from its beginning to its present end, as any consumer with stock clients would, and prints
// {"records":n,"distinct":n,"types":{...}}. Arguments: bootstrap servers, URL of the schema registry, and for a broker that asks
// for a login user and file of the password.
import { readFileSync } from "node:fs";
import kafkajs from "kafkajs";
import { SchemaRegistry } from "@kafkajs/confluent-schema-registry";

const { Kafka, logLevel } = kafkajs;
const [bootstrapServers, registryUrl, username, passwordFile] = process.argv.slice(2);
if (!bootstrapServers || !registryUrl) {
  console.error("usage: node read-topics.js HOST:PORT REGISTRY_URL");
  process.exit(2);
}

const IDLE_MS_MAX = 60_000;
const login = username
  ? { sasl: { mechanism: "scram-sha-256", username, password: readFileSync(passwordFile, "utf8").trim() } }
  : {};
const kafka = new Kafka({
  clientId: "fairlead-reader",
  brokers: bootstrapServers.split(","),
  logLevel: logLevel.ERROR,
  ...login,
});
const registry = new SchemaRegistry({ host: registryUrl });

const admin = kafka.admin();
await admin.connect();
const topics = (await admin.listTopics()).filter((topic) => /^fairlead\.[a-z][a-z0-9-]*\.v1$/.test(topic)).sort();
const ends = new Map();
for (const topic of topics) {
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (BigInt(high) > BigInt(low)) {
      ends.set(`${topic}/${partition}`, BigInt(high));
    }
  }
}

const unread = new Set(ends.keys());
const ids = new Set();
const types = {};
let records = 0;

async function count(message) {
  const id = message.headers.ce_id.toString();
  const type = message.headers.ce_type.toString();
  const value = await registry.decode(message.value);
  if (value === null || typeof value !== "object" || Object.keys(value).length === 0) {
    throw new Error(`event ${id} of type ${type} decoded to nothing`);
  }
  records += 1;
  ids.add(id);
  types[type] = (types[type] ?? 0) + 1;
}

if (unread.size > 0) {
  const groupId = `fairlead-reader-${process.pid}-${Date.now()}`;
  const consumer = kafka.consumer({
    groupId,
    readUncommitted: false,
    maxWaitTimeInMs: 200,
  });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise((resolve, reject) => {
    let watchdog;
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => reject(new Error(`nothing came for ${IDLE_MS_MAX} ms`)), IDLE_MS_MAX);
    };
    // The last offset of a partition is a transaction's mark, which no handler ever sees: ends are told by the fetch.
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      alive();
      const key = `${payload.topic}/${payload.partition}`;
      if (unread.has(key) && BigInt(payload.lastOffset) + 1n >= ends.get(key)) {
        unread.delete(key);
      }
      if (unread.size === 0) {
        clearTimeout(watchdog);
        resolve();
      }
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    alive();
    consumer.run({
      eachBatchAutoResolve: true,
      eachBatch: async ({ batch, heartbeat }) => {
        const end = ends.get(`${batch.topic}/${batch.partition}`) ?? 0n;
        for (const message of batch.messages) {
          if (BigInt(message.offset) < end) {
            await count(message).catch(reject);
          }
        }
        await heartbeat();
      },
    });
  });
  await consumer.disconnect();
  await admin.deleteGroups([groupId]);
}

await admin.disconnect();
console.log(JSON.stringify({ records, distinct: ids.size, types }));
process.exit(0);
