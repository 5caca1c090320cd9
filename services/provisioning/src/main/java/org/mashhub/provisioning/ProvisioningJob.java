package org.mashhub.provisioning;

import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import org.mashhub.messaging.Provisioner;
import org.mashhub.messaging.SchemaRegistry;

/**
 * Creates what must exist before a service starts, then ends: with 0 when all is there,
 * however often it has run before; else with 1, and the log says why.
 */
@SpringBootApplication
@EnableConfigurationProperties(ProvisioningSettings.class)
public class ProvisioningJob {

	private static final Logger log = LoggerFactory.getLogger(ProvisioningJob.class);

	/**
	 * Does what the settings ask for.
	 * @param arguments Spring Boot's
	 */
	public static void main(String[] arguments) {
		if (System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES") == null) {
			System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		}
		new SpringApplicationBuilder(ProvisioningJob.class).web(WebApplicationType.NONE)
			.properties("spring.config.name=provisioning")
			.run(arguments)
			.close();
	}

	@Bean
	ApplicationRunner provision(ProvisioningSettings settings) {
		return (ApplicationArguments arguments) -> {
			for (ProvisioningSettings.Step step : ProvisioningSettings.Step.values()) {
				if (settings.steps().contains(step)) {
					new Attempts(settings.patience()).until(() -> provision(step, settings));
					log.atInfo().addKeyValue("step", step).log("Provisioned");
				}
			}
		};
	}

	private static void provision(ProvisioningSettings.Step step, ProvisioningSettings settings) {
		Map<String, Object> connection = settings.connection();
		switch (step) {
			case TOPICS -> {
				try (Admin admin = Admin.create(connection)) {
					Provisioner.createTopics(admin, settings.agencyPartitions(), settings.partitions(),
							settings.replicas(), settings.minInSyncReplicas());
				}
			}
			case PRINCIPALS -> {
				try (Admin admin = Admin.create(connection)) {
					new Principals(admin).ensure(Passwords.in(settings.passwords()));
				}
			}
			case CONTRACTS -> Provisioner.registerContracts(new SchemaRegistry(settings.registry()));
			case AREAS -> {
				try (AreaTable table = new AreaTable(connection)) {
					DefaultAreas.ensure(table, settings.areas(), settings.partitions());
				}
			}
		}
	}

}
