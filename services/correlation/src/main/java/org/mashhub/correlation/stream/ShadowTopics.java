package org.mashhub.correlation.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Where an epoch that is only compared puts what it gives out: topics that bear its name,
 * which its principal may make and nobody but the operator may read.
 */
final class ShadowTopics {

	private ShadowTopics() {
	}

	/** What stands for one of the topics that correlation writes. */
	static String name(String epoch, String topic) {
		return CorrelationStreams.application(epoch) + "-shadow-" + topic;
	}

	/**
	 * Makes those that are missing; each in one part, so that all of it has one order.
	 */
	static void create(Map<String, Object> connection, String epoch, int replicas) {
		List<NewTopic> topics = Topologies.outputs()
			.stream()
			.map((topic) -> new NewTopic(name(epoch, topic), 1, (short) replicas)
				.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
			.toList();
		try (Admin admin = Admin.create(new HashMap<>(connection))) {
			for (NewTopic topic : topics) {
				create(admin, topic);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted while making the topics of epoch " + epoch, ex);
		}
	}

	private static void create(Admin admin, NewTopic topic) throws InterruptedException {
		try {
			admin.createTopics(List.of(topic)).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new KafkaException("cannot make topic " + topic.name(), ex);
			}
		}
	}

}
