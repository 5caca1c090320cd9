package org.mashhub.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.Provisioner;
import org.mashhub.messaging.SchemaRegistry;
import org.mashhub.standalone.infrastructure.Database;
import org.mashhub.testinfrastructure.EmbeddedOnly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Broker, registry and database together, as the hub starts them. */
@EmbeddedOnly("it is about how the embedded ones keep their data")
class InfrastructureIT {

	@TempDir
	private Path directory;

	@Test
	void whatWasAcknowledgedSurvivesARestart() throws Exception {
		Home home = new Home(this.directory);
		Ports ports = FreePorts.find();
		Secrets secrets = Secrets.of(home);
		String topic = Contracts.topicOf(AreaEntry.class);
		int schemaId;

		try (Infrastructure first = new Infrastructure(home, ports, secrets)) {
			first.start(Progress.SILENT);
			schemaId = schemaId(first, topic);
			assertThat(offsetOfNext(first, topic)).isZero();
			execute(first, "CREATE TABLE kept (value integer)");
			execute(first, "INSERT INTO kept VALUES (1)");
		}

		try (Infrastructure second = new Infrastructure(home, ports, secrets)) {
			second.start(Progress.SILENT);
			assertThat(schemaId(second, topic)).isEqualTo(schemaId);
			assertThat(offsetOfNext(second, topic)).isEqualTo(1);
			assertThat(rows(second)).isEqualTo(1);
			assertThatThrownBy(() -> DriverManager
				.getConnection(second.database().url("console"), Database.USER, "not the password")
				.close()).isInstanceOf(SQLException.class);
			assertThat(new SchemaRegistry(second.registry().url()).compatibility())
				.isEqualTo(Provisioner.COMPATIBILITY);
		}
	}

	private static int schemaId(Infrastructure infrastructure, String topic) {
		return new SchemaRegistry(infrastructure.registry().url()).lookup(topic + "-value", AreaEntry.getClassSchema())
			.orElseThrow();
	}

	private static long offsetOfNext(Infrastructure infrastructure, String topic) throws Exception {
		Map<String, Object> client = Map.of("bootstrap.servers", infrastructure.broker().bootstrapServers());
		try (Admin admin = Admin.create(client)) {
			assertThat(admin.listTopics().names().get()).contains(topic);
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(client, new StringSerializer(),
				new StringSerializer())) {
			return producer.send(new ProducerRecord<>(topic, "key", "value")).get().offset();
		}
	}

	private static void execute(Infrastructure infrastructure, String sql) throws SQLException {
		try (Connection connection = connect(infrastructure); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static int rows(Infrastructure infrastructure) throws SQLException {
		try (Connection connection = connect(infrastructure);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT count(*) FROM kept")) {
			rows.next();
			return rows.getInt(1);
		}
	}

	private static Connection connect(Infrastructure infrastructure) throws SQLException {
		return DriverManager.getConnection(infrastructure.database().url("console"), Database.USER,
				infrastructure.secrets().database());
	}

}
