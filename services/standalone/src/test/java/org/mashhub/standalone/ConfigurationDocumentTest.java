package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/configuration.md} says of every setting of every service what the service's
 * configuration file and its typed properties say. Written anew with <pre>
 * mvn test -pl services/standalone -am -Dtest=ConfigurationDocumentTest \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dconfiguration.write=true
 * </pre>
 */
class ConfigurationDocumentTest {

	private static final Path ROOT = Objects.requireNonNull(RunningHub.scenarios().getParent());

	private static final Path DOCUMENT = ROOT.resolve("docs").resolve("configuration.md");

	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\$\\{(MASH_[A-Z_]+)(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}");

	private static final Pattern TYPED = Pattern.compile(
			"/\\*\\*(?<doc>.*?)\\*/\\s*(?:@[^\\n]+\\n)*@ConfigurationProperties\\(\"(?<prefix>[^\"]+)\"\\)",
			Pattern.DOTALL);

	/** Services by the file that configures them. */
	private static final Map<String, String> SERVICES = new TreeMap<>(Map.of(
			"adapter-kit/src/main/resources/adapter.yml", "Adapters", "correlation/src/main/resources/correlation.yml",
			"Intake and correlation", "notification/src/main/resources/notification.yml", "Notification",
			"console/src/main/resources/console.yml", "Console",
			"identity-provider/src/main/resources/identity-provider.yml", "Identity provider",
			"provisioning/src/main/resources/provisioning.yml", "Provisioning job",
			"rehearsal/src/main/resources/rehearsal.yml", "Rehearsal"));

	/** What settings mean that are no property of ours. */
	private static final Map<String, String> KNOWN = known();

	@BeforeAll
	static void write() throws IOException {
		if (Boolean.getBoolean("configuration.write")) {
			Files.writeString(DOCUMENT, document());
		}
	}

	@Test
	void describesEverySetting() throws IOException {
		assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
	}

	@Test
	void leavesNoServiceOut() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT.resolve("services"))) {
			List<String> configured = files.filter((file) -> file.toString().endsWith(".yml"))
				.map((file) -> ROOT.resolve("services").relativize(file).toString().replace('\\', '/'))
				.filter((file) -> file.matches("(?!standalone/)[a-z-]+/src/main/resources/[a-z-]+\\.yml"))
				.toList();

			assertThat(configured).containsExactlyInAnyOrderElementsOf(SERVICES.keySet());
		}
	}

	@Test
	void everySettingOfDockerComposeIsOneThatAServiceReads() throws IOException {
		TreeSet<String> read = new TreeSet<>();
		for (String file : SERVICES.keySet()) {
			settings(file).forEach((setting) -> read.add(setting.name()));
		}
		read.add("MASH_JAVA_OPTIONS");
		Matcher given = Pattern.compile("^      (MASH_[A-Z_]+):", Pattern.MULTILINE)
			.matcher(Files.readString(ROOT.resolve("docker-compose.yml")));

		assertThat(given.results().map((result) -> result.group(1)).distinct().toList()).isNotEmpty()
			.filteredOn((name) -> !name.equals("MASH_CONSOLE_URL") && !name.equals("MASH_NOTIFICATION_URL"))
			.allMatch(read::contains);
	}

	private static String document() {
		StringBuilder page = new StringBuilder(
				"""
						# Settings

						Every service is configured by environment variables. Where `/run/secrets` holds a file that is named like a
						variable, the file's content is its value: passwords need not stand in the environment. Every other property of
						the services' configuration files can be set as well, in
						[Spring Boot's way](https://docs.spring.io/spring-boot/reference/features/external-config.html) (`HUB_CORRELATION_SAMEAT=9`),
						and `LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs` makes logs JSON.

						Generated from the configuration files and the typed properties by `ConfigurationDocumentTest`.
						""");
		new TreeMap<>(SERVICES).entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach((service) -> {
			page.append("\n## ")
				.append(service.getValue())
				.append("\n\n| variable | default | |\n| --- | --- | --- |\n");
			settings(service.getKey()).forEach(page::append);
		});
		return page.toString();
	}

	private static List<Setting> settings(String file) {
		Map<String, String> typed = typed(file.substring(0, file.indexOf('/')));
		typed.putAll(typed("tracing"));
		Map<String, Setting> found = new TreeMap<>();
		flat(file).forEach((property, value) -> {
			Matcher placeholder = PLACEHOLDER.matcher(value);
			while (placeholder.find()) {
				String name = placeholder.group(1);
				String given = (placeholder.group(2) != null) ? placeholder.group(2) : "";
				String meaning = typed.getOrDefault(property, KNOWN.getOrDefault(name, ""));
				Setting before = found.get(name);
				if (before == null || before.meaning().isEmpty()) {
					found.put(name, new Setting(name, given.replaceAll("\\$\\{([A-Z_]+).*", "$1"), meaning));
				}
			}
		});
		assertThat(found.values()).as("settings of %s without a meaning", file)
			.filteredOn((setting) -> setting.meaning().isEmpty())
			.isEmpty();
		return new ArrayList<>(found.values());
	}

	/** Meaning of each typed property of a module, by its name. */
	private static Map<String, String> typed(String module) {
		Map<String, String> meanings = new TreeMap<>();
		try (Stream<Path> files = Files.walk(ROOT.resolve("services").resolve(module).resolve("src/main/java"))) {
			for (Path file : files.filter((candidate) -> candidate.toString().endsWith(".java")).toList()) {
				Matcher typed = TYPED.matcher(Files.readString(file));
				while (typed.find()) {
					String doc = typed.group("doc")
						.replaceAll("\\n\\s*\\*", " ")
						.replaceAll("\\{@code (\\{[^}]*}|[^}]*)}", "`$1`")
						.replaceAll("\\s+", " ");
					for (String parameter : doc.split("@param ", -1)) {
						String[] parts = parameter.strip().split(" ", 2);
						if (parts.length == 2) {
							meanings.put(typed.group("prefix") + "." + kebab(parts[0]), parts[1].strip());
						}
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return meanings;
	}

	private static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static Map<String, String> flat(String file) {
		try {
			Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(Files.readString(ROOT.resolve("services").resolve(file)));
			Map<String, String> flat = new TreeMap<>();
			flatten("", content, flat);
			return flat;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void flatten(String prefix, Map<?, ?> content, Map<String, String> flat) {
		content.forEach((key, value) -> {
			String name = prefix.isEmpty() ? key.toString() : prefix + "." + key;
			if (value instanceof Map<?, ?> map) {
				flatten(name, map, flat);
			}
			else {
				flat.put(name, String.valueOf(value));
			}
		});
	}

	private static Map<String, String> known() {
		Map<String, String> known = new TreeMap<>();
		known.put("MASH_BIND", "address on which it listens");
		known.put("MASH_CONSOLE_PORT", "port on which it listens");
		known.put("MASH_DB_PASSWORD", "password at PostgreSQL");
		known.put("MASH_DB_POOL", "connections to PostgreSQL");
		known.put("MASH_DB_URL", "its database");
		known.put("MASH_DB_USER", "user at PostgreSQL, who owns the database");
		known.put("MASH_DUTY_DESK_EMAIL", "inbox of the duty desk");
		known.put("MASH_DUTY_DESK_NAME", "name of the duty desk");
		known.put("MASH_DUTY_DESK_PHONE", "telephone of the duty desk in working hours");
		known.put("MASH_FORWARD_HEADERS",
				"`framework` behind a proxy that sets X-Forwarded headers and removes a client's own");
		known.put("MASH_IDENTITY_PROVIDER_CONFIG", "file with clients and users");
		known.put("MASH_IDENTITY_PROVIDER_PORT", "port on which it listens");
		known.put("MASH_ISSUER",
				"address under which agencies and browsers reach the identity provider, as in every token");
		known.put("MASH_ISSUER_INSIDE", "address under which the service itself reaches it, for its keys");
		known.put("MASH_KAFKA", "the broker");
		known.put("MASH_KAFKA_LOGIN", "login module: `scram.Scram`, or `plain.Plain` with mechanism `PLAIN`");
		known.put("MASH_KAFKA_MECHANISM", "SASL mechanism at the broker");
		known.put("MASH_KAFKA_PASSWORD", "password at the broker");
		known.put("MASH_KAFKA_PROTOCOL", "`PLAINTEXT`, `SASL_PLAINTEXT`, `SASL_SSL` or `SSL`");
		known.put("MASH_KAFKA_USER", "principal at the broker");
		known.put("MASH_NOTIFICATION_BUNDLE_WINDOW", "how long a message waits for others that belong in it");
		known.put("MASH_NOTIFICATION_GIVE_UP_AFTER", "age at which a message that nobody takes is recorded as failed");
		known.put("MASH_NOTIFICATION_INITIAL_BACKOFF", "wait after the first failed attempt");
		known.put("MASH_NOTIFICATION_MAX_BACKOFF", "longest wait between attempts");
		known.put("MASH_NOTIFICATION_PARALLEL", "messages sent at the same time on one channel");
		known.put("MASH_NOTIFICATION_POLL_INTERVAL", "how often work that has fallen due is looked for");
		known.put("MASH_NOTIFICATION_PORT", "port on which it listens");
		known.put("MASH_NOTIFICATION_TIMEOUT", "how long a web hook may take to answer");
		known.put("MASH_OUT_OF_HOURS", "whom to ring out of hours");
		known.put("MASH_PORT", "port on which it listens");
		known.put("MASH_REGISTRY", "address of the schema registry's API");
		known.put("MASH_SERIALIZER", "class of the value serializer ([other ones](interop.md))");
		known.put("MASH_SMTP_AUTH", "whether the mail server wants a password");
		known.put("MASH_SMTP_HOST", "the mail server");
		known.put("MASH_SMTP_PASSWORD", "password at the mail server");
		known.put("MASH_SMTP_PORT", "port of the mail server");
		known.put("MASH_SMTP_STARTTLS_REQUIRED", "whether mail leaves over TLS only");
		known.put("MASH_SMTP_USER", "user at the mail server");
		return Map.copyOf(known);
	}

	/** One variable. */
	private record Setting(String name, String given, String meaning) {

		@Override
		public String toString() {
			return "| `" + this.name + "` | " + (this.given.isEmpty() ? "" : "`" + this.given + "`") + " | "
					+ this.meaning + " |\n";
		}

	}

}
