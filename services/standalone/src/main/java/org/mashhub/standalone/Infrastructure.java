package org.mashhub.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import org.mashhub.messaging.Provisioner;
import org.mashhub.messaging.SchemaRegistry;
import org.mashhub.standalone.infrastructure.Broker;
import org.mashhub.standalone.infrastructure.Database;
import org.mashhub.standalone.infrastructure.Registry;
import org.mashhub.rehearsal.MailServer;

/**
 * Broker, registry, database and mail server of one hub, started side by side, with every
 * topic, contract and database in place.
 */
public final class Infrastructure implements AutoCloseable {

	/** Partitions of the area log: fixed when it is created, four are enough here. */
	static final int PARTITIONS = 4;

	/** Partitions of each agency's topic; there are some hundred topics. */
	static final int AGENCY_PARTITIONS = 2;

	private final Home home;

	private final Secrets secrets;

	private final Broker broker;

	private final Registry registry;

	private final Database database;

	private final MailServer mail;

	Infrastructure(Home home, Ports ports, Secrets secrets) {
		this(home, ports, secrets, new EmbeddedSource());
	}

	Infrastructure(Home home, Ports ports, Secrets secrets, InfrastructureSource source) {
		this.home = home;
		this.secrets = secrets;
		this.broker = source.broker(home, ports);
		this.registry = source.registry(home, ports);
		this.database = source.database(home, ports, secrets);
		this.mail = new MailServer(home.mail(), "127.0.0.1", ports.smtp());
	}

	/**
	 * Ends what a killed hub left behind.
	 * @return true when there was something
	 */
	boolean endOrphans() {
		boolean ofRegistry = this.registry.endOrphan();
		boolean ofDatabase = this.database.endOrphan();
		return ofRegistry || ofDatabase;
	}

	void start(Progress progress) {
		this.home.prepare();
		try (ExecutorService threads = Executors
			.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory())) {
			CompletableFuture<Void> brokerUp = CompletableFuture.runAsync(() -> {
				this.broker.start();
				createTopics();
				progress.say("Kafka broker with its topics");
			}, threads);
			CompletableFuture<Void> registryUp = CompletableFuture.runAsync(() -> {
				this.registry.start();
				Provisioner.registerContracts(new SchemaRegistry(this.registry.url()));
				progress.say("Schema registry with its contracts");
			}, threads);
			CompletableFuture<Void> databaseUp = CompletableFuture.runAsync(() -> {
				this.database.start();
				this.database.createDatabases(List.of("console", "notification"));
				this.mail.start();
				progress.say("PostgreSQL and mail server");
			}, threads);
			CompletableFuture.allOf(brokerUp, registryUp, databaseUp).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof CannotProceedException plain) {
				throw plain;
			}
			throw ex;
		}
	}

	/** Stops all, the newest first. */
	@Override
	public void close() {
		this.mail.close();
		this.database.close();
		this.registry.close();
		this.broker.close();
	}

	public Broker broker() {
		return this.broker;
	}

	public Registry registry() {
		return this.registry;
	}

	public Database database() {
		return this.database;
	}

	public MailServer mail() {
		return this.mail;
	}

	public Secrets secrets() {
		return this.secrets;
	}

	private void createTopics() {
		try (Admin admin = Admin
			.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, this.broker.bootstrapServers()))) {
			Provisioner.createTopics(admin, AGENCY_PARTITIONS, PARTITIONS, (short) 1);
		}
	}

}
