package org.mashhub.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All contracts of this build, found from the contract files on the class path: a new
 * contract is a new file, nothing else.
 */
public final class Contracts {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<Class<?>, Contract> BY_TYPE = load();

	private static final Map<Long, Contract> BY_FINGERPRINT = byFingerprint();

	private Contracts() {
	}

	/**
	 * Every contract that has a topic.
	 * @return contracts in the order of their topics
	 */
	public static List<Contract> all() {
		return BY_TYPE.values().stream().sorted(Comparator.comparing(Contract::topic)).toList();
	}

	/**
	 * The topic that a record type travels on.
	 * @param type a generated class whose contract names a topic
	 * @return name of the topic
	 * @throws IllegalArgumentException when the type has no topic of its own
	 */
	public static String topicOf(Class<? extends SpecificRecord> type) {
		Contract contract = BY_TYPE.get(type);
		if (contract == null) {
			throw new IllegalArgumentException(type.getName() + " is not a contract with a topic");
		}
		return contract.topic();
	}

	static @Nullable Contract withFingerprint(long fingerprint) {
		return BY_FINGERPRINT.get(fingerprint);
	}

	static long fingerprint(Schema schema) {
		return SchemaNormalization.parsingFingerprint64(schema);
	}

	private static Map<Long, Contract> byFingerprint() {
		Map<Long, Contract> found = new HashMap<>();
		BY_TYPE.values().forEach((contract) -> found.put(fingerprint(contract.schema()), contract));
		return Map.copyOf(found);
	}

	private static Map<Class<?>, Contract> load() {
		Map<Class<?>, Contract> found = new HashMap<>();
		try {
			for (Resource file : contractFiles()) {
				Class<?> type = Class.forName(typeName(file));
				Schema schema = SpecificData.get().getSchema(type);
				String topic = schema.getProp("topic");
				if (topic != null) {
					found.put(type, new Contract(topic, "compact".equals(schema.getProp("cleanup")), retention(schema),
							schema, type.asSubclass(SpecificRecord.class)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the contract files on the class path", ex);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("a contract file has no generated class: " + ex.getMessage(), ex);
		}
		return Map.copyOf(found);
	}

	private static @Nullable Duration retention(Schema schema) {
		return (schema.getObjectProp("retentionDays") instanceof Integer days) ? Duration.ofDays(days) : null;
	}

	private static List<Resource> contractFiles() throws IOException {
		return List.of(new PathMatchingResourcePatternResolver(Contracts.class.getClassLoader())
			.getResources("classpath*:avro/**/*.avsc"));
	}

	private static String typeName(Resource file) throws IOException {
		JsonNode contract = JSON.readTree(file.getContentAsByteArray());
		return contract.get("namespace").asString() + "." + contract.get("name").asString();
	}

}
