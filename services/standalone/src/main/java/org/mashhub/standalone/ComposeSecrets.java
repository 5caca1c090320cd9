package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The secrets that {@code deploy/secrets.sh} has generated for docker-compose. */
public final class ComposeSecrets {

	private ComposeSecrets() {
	}

	/**
	 * The folder that the environment names.
	 * @param root root of the repository
	 * @return {@code MASH_SECRETS}, else {@code deploy/secrets}
	 */
	public static Path folder(Path root) {
		String configured = System.getenv("MASH_SECRETS");
		return (configured != null && !configured.isBlank()) ? Path.of(configured)
				: root.resolve("deploy").resolve("secrets");
	}

	/**
	 * Reads the secret of each client of the identity provider.
	 * @param folder the folder of secrets
	 * @return secrets by client id
	 */
	public static Map<String, String> clients(Path folder) {
		Path clients = folder.resolve("client");
		if (!Files.isDirectory(clients)) {
			throw new CannotProceedException("there are no secrets of a composed hub in " + folder,
					"Generate them with deploy/secrets.sh, or name their folder with MASH_SECRETS.");
		}
		try (Stream<Path> files = Files.list(clients)) {
			List<Path> all = files.toList();
			Map<String, String> secrets = new TreeMap<>();
			for (Path file : all) {
				secrets.put(file.getFileName().toString(), Files.readString(file).strip());
			}
			return secrets;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the secrets in " + clients, ex);
		}
	}

	/**
	 * How a principal logs in at the broker.
	 * @param folder the folder of secrets
	 * @param principal its name
	 * @return settings of a Kafka client
	 */
	public static Map<String, Object> login(Path folder, String principal) {
		try {
			return login(principal, Files.readString(folder.resolve("kafka").resolve(principal)).strip());
		}
		catch (IOException ex) {
			throw new CannotProceedException("there is no password of principal " + principal + " in " + folder,
					"Generate it with deploy/secrets.sh, or name the folder with MASH_SECRETS.", ex);
		}
	}

	/**
	 * How somebody logs in at the broker with a name and a password.
	 * @param name the name
	 * @param password the password
	 * @return settings of a Kafka client
	 */
	static Map<String, Object> login(String name, String password) {
		return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "SCRAM-SHA-512", "sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + name + "\" password=\""
						+ password + "\";");
	}

}
