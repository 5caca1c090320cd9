package org.mashhub.console.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class PublishingConfigurationTest {

	@Test
	@SuppressWarnings("unchecked")
	void logsNoKeyAndNoContentOfARecordThatCannotBeSent(CapturedOutput output) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
			.withUserConfiguration(PublishingConfiguration.class)
			.withPropertyValues("spring.kafka.bootstrap-servers=127.0.0.1:1",
					"spring.kafka.producer.properties.max.block.ms=50",
					"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.StringSerializer")
			.run((context) -> assertThatThrownBy(
					() -> context.getBean(KafkaTemplate.class).send("a-topic", "key-zq", "content-zq"))
				.isInstanceOf(KafkaException.class));

		assertThat(output).contains("when sending a message to topic a-topic").doesNotContain("-zq");
	}

}
