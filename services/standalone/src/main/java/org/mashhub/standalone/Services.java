package org.mashhub.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.mashhub.console.ConsoleService;
import org.mashhub.correlation.CorrelationService;
import org.mashhub.identityprovider.IdentityProviderService;
import org.mashhub.notification.NotificationService;
import org.mashhub.standalone.edge.EdgeService;
import org.mashhub.standalone.infrastructure.Database;

/** The hub's services in the order in which they start. */
final class Services {

	/**
	 * All services share one class path: what one of them brings is not for the others.
	 */
	private static final String NO_DATABASE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

	private static final String NO_PROVIDER = "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet."
			+ "OAuth2AuthorizationServerAutoConfiguration,"
			+ "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet."
			+ "OAuth2AuthorizationServerJwtAutoConfiguration";

	private static final String EXCLUDE = "spring.autoconfigure.exclude";

	private Services() {
	}

	static List<Service> of(Home home, Ports ports, Infrastructure infrastructure) {
		return List.of(
				new Service("Identity provider", IdentityProviderService.class, "identity-provider",
						ports.identityProvider(), identityProvider(home, ports, infrastructure)),
				new Service("Correlation", CorrelationService.class, "correlation", ports.correlation(),
						correlation(home, ports, infrastructure)),
				new Service("Adapters of all agencies", EdgeService.class, "adapter,edge", ports.edge(),
						edge(home, ports, infrastructure)),
				new Service("Notification", NotificationService.class, "notification", ports.notification(),
						withDatabase("notification", ports, infrastructure)),
				new Service("Console", ConsoleService.class, "console", ports.console(),
						withDatabase("console", ports, infrastructure)));
	}

	private static Map<String, String> common(Ports ports, Infrastructure infrastructure) {
		Map<String, String> settings = new TreeMap<>();
		settings.put("MASH_KAFKA", infrastructure.broker().bootstrapServers());
		settings.put("MASH_REGISTRY", infrastructure.registry().url());
		settings.put("MASH_ISSUER", url(ports.identityProvider()));
		settings.put("MASH_CONSOLE_URL", url(ports.console()));
		settings.put("MASH_NOTIFICATION_URL", url(ports.notification()));
		settings.put("MASH_EDGE_URL", url(ports.edge()));
		// People watch a story unfold here, with one hub's work on the database.
		settings.put("MASH_NOTIFICATION_POLL_INTERVAL",
				System.getenv().getOrDefault("MASH_NOTIFICATION_POLL_INTERVAL", "50ms"));
		settings.put("MASH_SMTP_HOST", "127.0.0.1");
		settings.put("MASH_SMTP_PORT", Integer.toString(ports.smtp()));
		settings.put("MASH_BIND", "127.0.0.1");
		settings.put("springdoc.api-docs.enabled", "false");
		Map<String, String> secrets = infrastructure.secrets().clients();
		settings.put("MASH_CONSOLE_CLIENT_SECRET", secrets.getOrDefault("console", ""));
		settings.put("MASH_NOTIFICATION_CLIENT_SECRET", secrets.getOrDefault("notification", ""));
		return settings;
	}

	private static Map<String, String> withDatabase(String name, Ports ports, Infrastructure infrastructure) {
		Map<String, String> settings = common(ports, infrastructure);
		settings.put(EXCLUDE, NO_PROVIDER);
		settings.put("MASH_DB_URL", infrastructure.database().url(name));
		settings.put("MASH_DB_USER", Database.USER);
		settings.put("MASH_DB_PASSWORD", infrastructure.secrets().database());
		// After a kill, nobody waits three quarters of a minute for a member that is
		// gone.
		settings.put("spring.kafka.consumer.properties.[session.timeout.ms]", "6000");
		settings.put("spring.kafka.consumer.properties.[heartbeat.interval.ms]", "1500");
		return settings;
	}

	private static Map<String, String> correlation(Home home, Ports ports, Infrastructure infrastructure) {
		Map<String, String> settings = common(ports, infrastructure);
		settings.put(EXCLUDE, NO_DATABASE + "," + NO_PROVIDER);
		settings.put("MASH_HOME_KEY_SECRET", infrastructure.secrets().homeKey());
		settings.put("MASH_STATE", home.correlation().toString());
		return settings;
	}

	private static Map<String, String> edge(Home home, Ports ports, Infrastructure infrastructure) {
		Map<String, String> settings = common(ports, infrastructure);
		settings.put(EXCLUDE, NO_DATABASE + "," + NO_PROVIDER);
		settings.put("springdoc.api-docs.enabled", "true");
		settings.put("hub.rehearsal.mailbox", home.mail().toString());
		return settings;
	}

	private static Map<String, String> identityProvider(Home home, Ports ports, Infrastructure infrastructure) {
		Map<String, String> settings = common(ports, infrastructure);
		settings.put(EXCLUDE, NO_DATABASE);
		settings.put("MASH_IDENTITY_PROVIDER_CONFIG", home.root().resolve("identity-provider.yml").toString());
		settings.put("hub.identity-provider.signing-key-file", home.root().resolve("signing-keys.json").toString());
		String root = "hub.identity-provider.";
		List<Map<String, String>> clients = clients(ports, infrastructure.secrets());
		for (int at = 0; at < clients.size(); at++) {
			String prefix = root + "clients[" + at + "].";
			clients.get(at).forEach((key, value) -> settings.put(prefix + key, value));
		}
		List<Map<String, String>> users = users(infrastructure.secrets());
		for (int at = 0; at < users.size(); at++) {
			String prefix = root + "users[" + at + "].";
			users.get(at).forEach((key, value) -> settings.put(prefix + key, value));
		}
		return settings;
	}

	private static List<Map<String, String>> clients(Ports ports, Secrets secrets) {
		List<Map<String, String>> clients = new ArrayList<>();
		DemoOrganisations.BY_AGENCY.forEach((agency, organisation) -> {
			Map<String, String> client = client(secrets, agency, "publish:" + agency);
			client.put("agency", agency);
			client.put("organisation", organisation);
			clients.add(client);
		});
		clients.add(client(secrets, "mash-cli", "hub:read,hub:operate,hub:scenario,hub:metrics"));
		clients.add(client(secrets, "prometheus", "hub:metrics"));
		clients.add(webClient(secrets, "console", ports.console()));
		clients.add(webClient(secrets, "notification", ports.notification()));
		return clients;
	}

	private static Map<String, String> webClient(Secrets secrets, String id, int port) {
		Map<String, String> client = client(secrets, id, "openid,profile,email");
		client.put("redirect-uris[0]", url(port) + "/login/oauth2/code/" + id);
		client.put("redirect-uris[1]", url(port) + "/login/oauth2/code/hub");
		return client;
	}

	private static Map<String, String> client(Secrets secrets, String id, String scopes) {
		Map<String, String> client = new TreeMap<>();
		client.put("id", id);
		client.put("secret", secrets.clients().getOrDefault(id, ""));
		client.put("scopes", scopes);
		return client;
	}

	private static List<Map<String, String>> users(Secrets secrets) {
		return DemoUser.ALL.stream()
			.map((user) -> Map.of("username", user.name(), "password", secrets.users().getOrDefault(user.name(), ""),
					"name", user.fullName(), "email", user.email(), "roles", user.role()))
			.toList();
	}

	static String url(int port) {
		return "http://127.0.0.1:" + port;
	}

}
