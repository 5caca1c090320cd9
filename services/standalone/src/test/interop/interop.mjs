// Reads a record of one of the hub's topics with a client that is not ours, decoded through the registry, and writes it
// again under ids of its own, encoded through the registry: what an agency does that publishes to Kafka itself.
//   node interop.mjs CLIENT SERDE   with BROKER, REGISTRY, TOPIC, RECORD and COPY in the environment
// CLIENT: kafkajs or confluent. SERDE: kafkajs or confluent. Prints what it read and wrote as JSON, in one line.
import { randomUUID } from 'node:crypto';

const [client, serde] = process.argv.slice(2);
const { BROKER, REGISTRY, TOPIC, RECORD, COPY } = process.env;
const PATIENCE = 60_000;

async function kafka() {
  if (client === 'kafkajs') {
    const { Kafka, logLevel } = await import('kafkajs');
    const kafka = new Kafka({ clientId: 'interop', brokers: [BROKER], logLevel: logLevel.ERROR });
    return {
      consumer: kafka.consumer({ groupId: `interop-${randomUUID()}` }),
      producer: kafka.producer({ idempotent: true, maxInFlightRequests: 1 }),
      subscription: { topics: [TOPIC], fromBeginning: true },
    };
  }
  const { KafkaJS } = (await import('@confluentinc/kafka-javascript')).default;
  const kafka = new KafkaJS.Kafka({ kafkaJS: { clientId: 'interop', brokers: [BROKER], logLevel: KafkaJS.logLevel.ERROR } });
  return {
    consumer: kafka.consumer({ kafkaJS: { groupId: `interop-${randomUUID()}`, fromBeginning: true } }),
    producer: kafka.producer({ kafkaJS: { idempotent: true, acks: -1 } }),
    subscription: { topics: [TOPIC] },
  };
}

async function codec() {
  if (serde === 'kafkajs') {
    const { SchemaRegistry } = (await import('@kafkajs/confluent-schema-registry')).default;
    const registry = new SchemaRegistry({ host: REGISTRY });
    return {
      decode: (bytes) => registry.decode(bytes),
      encode: async (record) => registry.encode(await registry.getLatestSchemaId(`${TOPIC}-value`), record),
    };
  }
  const { SchemaRegistryClient, AvroDeserializer, AvroSerializer, SerdeType } = (await import('@confluentinc/schemaregistry')).default;
  const registry = SchemaRegistryClient.newClient({ baseURLs: [REGISTRY] });
  const reader = new AvroDeserializer(registry, SerdeType.VALUE, {});
  const writer = new AvroSerializer(registry, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });
  return {
    decode: (bytes) => reader.deserialize(TOPIC, bytes),
    encode: (record) => writer.serialize(TOPIC, record),
  };
}

async function read({ consumer, subscription }, decode) {
  await consumer.connect();
  await consumer.subscribe(subscription);
  const found = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${RECORD} did not come`)), PATIENCE).unref();
    consumer.run({
      eachMessage: async ({ message }) => {
        if (message.key.toString().endsWith(`/${RECORD}`)) {
          resolve({ key: message.key.toString(), record: await decode(message.value) });
        }
      },
    }).catch(reject);
  });
  try {
    return await found;
  } finally {
    await consumer.disconnect();
  }
}

async function write({ producer }, key, value) {
  await producer.connect();
  try {
    await producer.send({ topic: TOPIC, messages: [{ key, value }] });
  } finally {
    await producer.disconnect();
  }
}

const broker = await kafka();
const { decode, encode } = await codec();
const { key, record } = await read(broker, decode);
const seen = { agency: record.header.agency, recordId: record.header.sourceRecordId, people: record.people.length };
record.header.receiptId = randomUUID();
record.header.eventId = randomUUID();
record.header.sourceRecordId = COPY;
await write(broker, key.replace(RECORD, COPY), await encode(record));
console.log(JSON.stringify({ read: seen, written: { receiptId: record.header.receiptId, eventId: record.header.eventId } }));
process.exit(0);
