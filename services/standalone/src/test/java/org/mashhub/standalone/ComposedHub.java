package org.mashhub.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.rehearsal.Mailbox;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;

/**
 * The hub that docker-compose runs on this machine, with {@code compose-operator.yml};
 * {@code deploy/containers.sh} starts it.
 */
final class ComposedHub implements AutoCloseable {

	private final Ports ports = Ports.fromEnvironment();

	private final Path secrets = ComposeSecrets.folder(RunningHub.scenarios().resolve(".."));

	private final HubClient client = new HubClient(Addresses.of(this.ports), ComposeSecrets.clients(this.secrets));

	HubClient client() {
		return this.client;
	}

	/** Reads as one of the principals. */
	TopicReader topics(String principal) {
		return new TopicReader(this.ports, principal(principal));
	}

	TopicReader topics() {
		return topics("operator");
	}

	/** Where principals find the broker. */
	String broker() {
		return "127.0.0.1:" + this.ports.broker();
	}

	/** Where the registry is. */
	String registry() {
		return "http://127.0.0.1:" + this.ports.registry() + "/apis/ccompat/v7";
	}

	/** Where the three brokers of the profile "cluster" are. */
	String brokers() {
		return IntStream.range(0, 3)
			.mapToObj((broker) -> "127.0.0.1:" + (this.ports.broker() + broker))
			.collect(Collectors.joining(","));
	}

	/** Settings of a Kafka client that comes as one of the services. */
	Map<String, Object> principal(String name) {
		return ComposeSecrets.login(this.secrets, name);
	}

	/** What the rehearsal's mail server has been sent. */
	List<Mailbox.Mail> mail() {
		Answer answer = this.client.get(this.client.addresses().edge().resolve("/mailbox"));
		return new JsonMapper().convertValue(answer.json(), new TypeReference<List<Mailbox.Mail>>() {
		});
	}

	@Override
	public void close() {
		this.client.close();
	}

}
