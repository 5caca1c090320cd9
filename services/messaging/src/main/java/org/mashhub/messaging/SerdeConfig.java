package org.mashhub.messaging;

import java.util.Map;

import org.apache.kafka.common.config.ConfigException;

/** The settings that our serdes share with Confluent's. */
final class SerdeConfig {

	private SerdeConfig() {
	}

	static String registryUrl(Map<String, ?> configs) {
		Object url = configs.get("schema.registry.url");
		if (url == null) {
			throw new ConfigException("schema.registry.url is missing: the address of the registry's Confluent API");
		}
		return url.toString();
	}

	static boolean flag(Map<String, ?> configs, String name) {
		Object value = configs.get(name);
		return value != null && Boolean.parseBoolean(value.toString());
	}

}
