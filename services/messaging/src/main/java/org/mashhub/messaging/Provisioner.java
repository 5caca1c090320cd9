package org.mashhub.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates every contract's topic and registers every contract, FULL_TRANSITIVE; doing it
 * again does nothing. Topics hold the truth, so nothing in them expires unless the
 * contract says after how many days, and they are stamped with log-append time: event
 * times live in the payload.
 */
public final class Provisioner {

	/** The only compatibility under which old logs stay readable both ways. */
	public static final String COMPATIBILITY = "FULL_TRANSITIVE";

	private static final String FOR_EVER = "-1";

	/** What the topics that are no agency's begin with. */
	private static final String HUB = "hub.";

	private Provisioner() {
	}

	/**
	 * Creates the topics that are missing.
	 * @param admin client of the broker
	 * @param agencyPartitions partitions of each agency's topic: what reads all agencies
	 * at once is as busy with a hundred topics' partitions as with their records
	 * @param partitions partitions of the hub's own topics; the area log's is fixed for
	 * ever here
	 * @param replication copies of each partition
	 */
	public static void createTopics(Admin admin, int agencyPartitions, int partitions, short replication) {
		createTopics(admin, agencyPartitions, partitions, replication, 1);
	}

	/**
	 * Creates the topics that are missing.
	 * @param admin client of the broker
	 * @param agencyPartitions partitions of each agency's topic
	 * @param partitions partitions of the hub's own topics
	 * @param replication copies of each partition
	 * @param minInSync copies that must have a record before it is acknowledged
	 */
	public static void createTopics(Admin admin, int agencyPartitions, int partitions, short replication,
			int minInSync) {
		List<NewTopic> topics = Contracts.all()
			.stream()
			.map((contract) -> topic(contract, contract.topic().startsWith(HUB) ? partitions : agencyPartitions,
					replication, minInSync))
			.toList();
		CreateTopicsResult result = admin.createTopics(topics);
		result.values().forEach(Provisioner::awaitCreated);
	}

	/**
	 * Registers the contracts that are missing.
	 * @param registry the registry
	 * @throws RegistryUnavailableException when it does not answer
	 * @throws IllegalStateException when a contract breaks an earlier version of itself
	 */
	public static void registerContracts(SchemaRegistry registry) {
		registry.requireCompatibility(COMPATIBILITY);
		for (Contract contract : Contracts.all()) {
			if (registry.lookup(contract.subject(), contract.schema()).isEmpty()) {
				registry.register(contract.subject(), contract.schema());
			}
		}
	}

	static NewTopic topic(Contract contract, int partitions, short replication, int minInSync) {
		int count = contract.topic().equals("hub.areas.v1") ? 1 : partitions;
		String retention = (contract.retention() != null) ? Long.toString(contract.retention().toMillis()) : FOR_EVER;
		return new NewTopic(contract.topic(), count, replication).configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
				contract.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
				TopicConfig.RETENTION_MS_CONFIG, retention, TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER,
				TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime", TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
				"4194304", TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(minInSync)));
	}

	private static void awaitCreated(String topic, KafkaFuture<Void> created) {
		try {
			created.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RetriableException away) {
				throw away;
			}
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException("cannot create topic " + topic, ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while creating topic " + topic, ex);
		}
	}

}
