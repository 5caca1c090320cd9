package org.mashhub.testinfrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Containers of the images that {@code docker-compose.yml} names, not started yet, each
 * to be published on one port of the loopback address. They end with the tests' process.
 */
public final class Containers {

	/** The system property that asks for containers; the profile of that name sets it. */
	public static final String SWITCH = "mash.test.containers";

	/** By what a script finds those of its run, should the tests' process be killed. */
	private static final Map<String, String> LABELS = Map.of("org.mashhub.test-run",
			System.getProperty("mash.test.run", "by-hand"));

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private Containers() {
	}

	/**
	 * Whether tests are to run on containers.
	 * @return false when they run on what is embedded
	 */
	public static boolean wanted() {
		return Boolean.getBoolean(SWITCH);
	}

	/**
	 * Whether there is an engine to run containers; asked once.
	 * @return false when none answers
	 */
	public static boolean engineAnswers() {
		return Engine.ANSWERS;
	}

	/**
	 * A broker and controller in one, whose topics are created by nobody's typing
	 * mistake.
	 * @param port where it is published
	 * @return a container not started yet
	 */
	public static GenericContainer<?> kafka(int port) {
		return published(new KafkaContainer("apache/kafka:4.2.2"), port, 9092).withEnv(Map.of("KAFKA_HEAP_OPTS",
				"-Xms256m -Xmx512m", "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false", "KAFKA_LOG_RETENTION_MS", "-1",
				"KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4", "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4",
				"KAFKA_MESSAGE_MAX_BYTES", "4194304", "KAFKA_REPLICA_FETCH_MAX_BYTES", "4194304"));
	}

	/**
	 * A schema registry that keeps its contracts in memory.
	 * @param port where it is published
	 * @return a container not started yet
	 */
	public static GenericContainer<?> registry(int port) {
		return published(new GenericContainer<>("apicurio/apicurio-registry:3.3.3"), port, 8080)
			.withEnv("JAVA_OPTS_APPEND", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
			.waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(8080).withStartupTimeout(PATIENCE));
	}

	/**
	 * A PostgreSQL server, whose owner's name is that of {@link DatabaseServer}.
	 * @param port where it is published
	 * @param password of its owner
	 * @return a container not started yet
	 */
	public static GenericContainer<?> postgres(int port, String password) {
		return published(new PostgreSQLContainer("postgres:18"), port, PostgreSQLContainer.POSTGRESQL_PORT)
			.withUsername(DatabaseServer.USER)
			.withPassword(password)
			.withDatabaseName("postgres");
	}

	private static <T extends GenericContainer<?>> T published(T container, int port, int inside) {
		container.withLabels(LABELS)
			.withStartupTimeout(PATIENCE)
			.setPortBindings(List.of("127.0.0.1:" + port + ":" + inside));
		container.addExposedPort(inside);
		return container;
	}

	private static final class Engine {

		static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();

	}

}
