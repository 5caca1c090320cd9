package org.mashhub.standalone.audit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.mashhub.standalone.Ports;

import static org.assertj.core.api.Assertions.assertThatNoException;

/** What comes in while the topics are read. */
class TopicsAuditTest {

	@Test
	void passesOverWhatCameBetweenTheTwoReadings() {
		TopicsAudit audit = new TopicsAudit(new Ports(Ports.DEFAULT_BASE));
		ConsumerRecord<String, byte[]> later = new ConsumerRecord<>("police.incident-logged.v1", 0, 7, "key",
				new byte[] { 1 });

		assertThatNoException().isThrownBy(() -> audit.nameUnsettled(later));
	}

}
