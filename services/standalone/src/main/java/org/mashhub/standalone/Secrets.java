package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Every secret of one hub, generated at its first start and kept where only its owner can
 * read; none is ever in the repository.
 *
 * @param clients secret of each client, by client id
 * @param users password of each user, by user name
 * @param database password of the database's owner
 * @param webhook key that signs webhooks
 * @param homeKey key under which homes are hashed; a new one would part the known from
 * the new
 */
public record Secrets(Map<String, String> clients, Map<String, String> users, String database, String webhook,
		String homeKey) {

	/** Clients that the hub knows from its first start. */
	static final List<String> CLIENTS = Stream
		.concat(DemoOrganisations.BY_AGENCY.keySet().stream(),
				Stream.of("mash-cli", "prometheus", "console", "notification"))
		.toList();

	/** Users that the hub knows from its first start. */
	static final List<String> USERS = List.of("officer", "manager", "duty", "lead", "practice");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
		.build();

	/** Without letters and digits that people mistake for each other. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int CLIENT_LENGTH = 32;

	private static final int USER_LENGTH = 12;

	public Secrets {
		clients = Map.copyOf(clients);
		users = Map.copyOf(users);
		database = Objects.requireNonNullElse(database, "");
		webhook = Objects.requireNonNullElse(webhook, "");
		homeKey = Objects.requireNonNullElse(homeKey, "");
	}

	/**
	 * Reads the secrets, after generating those that are missing.
	 * @param home the hub's home
	 * @return the secrets
	 */
	public static Secrets of(Home home) {
		Path file = home.secrets();
		try {
			Secrets kept = Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), Secrets.class)
					: new Secrets(Map.of(), Map.of(), "", "", "");
			Secrets complete = kept.completed();
			if (!complete.equals(kept)) {
				Files.createDirectories(home.root());
				Path temporary = Files.createTempFile(home.root(), "secrets", ".json", ownerOnly());
				Files.write(temporary, JSON.writeValueAsBytes(complete));
				Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			return complete;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read or write " + file, ex);
		}
	}

	/**
	 * Says nothing, so that no log ever holds a secret.
	 * @return a constant
	 */
	@Override
	public String toString() {
		return "Secrets[hidden]";
	}

	private Secrets completed() {
		SecureRandom random = new SecureRandom();
		Map<String, String> allClients = new TreeMap<>(this.clients);
		CLIENTS.forEach((client) -> allClients.computeIfAbsent(client, (absent) -> generate(random, CLIENT_LENGTH)));
		Map<String, String> allUsers = new TreeMap<>(this.users);
		USERS.forEach((user) -> allUsers.computeIfAbsent(user, (absent) -> generate(random, USER_LENGTH)));
		return new Secrets(allClients, allUsers,
				this.database.isEmpty() ? generate(random, CLIENT_LENGTH) : this.database,
				this.webhook.isEmpty() ? generate(random, CLIENT_LENGTH) : this.webhook,
				this.homeKey.isEmpty() ? generate(random, CLIENT_LENGTH) : this.homeKey);
	}

	private static String generate(SecureRandom random, int length) {
		StringBuilder secret = new StringBuilder();
		for (int at = 0; at < length; at++) {
			secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return secret.toString();
	}

	private static FileAttribute<?>[] ownerOnly() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
