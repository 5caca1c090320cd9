package org.mashhub.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.FieldError;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingSnapshotState;
import org.mashhub.hub.v1.HousingTenancy;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.RecordRejected;
import org.mashhub.hub.v1.SealedReferrer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who must not know whom: the last column of the table of modules. */
class ArchitectureTest {

	private static final String[] ENGINE = { "org.mashhub.correlation.area..", "org.mashhub.correlation.identity..",
			"org.mashhub.correlation.family..", "org.mashhub.correlation.observation..",
			"org.mashhub.correlation.picture..", "org.mashhub.correlation.rules..", "org.mashhub.correlation.state.." };

	/** What adapters themselves write beside their events. */
	private static final Class<?>[] ADAPTERS_OWN = { RecordRejected.class, FieldError.class, SealedReferrer.class,
			FeedDeclared.class, HousingSnapshot.class, HousingSnapshotState.class, HousingTenancy.class };

	private static final JavaClasses HUB = HubClasses.MAIN;

	@Test
	void theEngineIsPlainJava() {
		noClasses().that()
			.resideInAnyPackage(ENGINE)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.apache.kafka..", "org.apache.avro..", "java.sql..",
					"javax.sql..", "org.mashhub.event..", "org.mashhub.hub..", "org.mashhub.correlation.intake..",
					"org.mashhub.correlation.stream..")
			.allowEmptyShould(true)
			.check(HUB);
	}

	@Test
	void theEngineReadsNoClock() {
		noClasses().that()
			.resideInAnyPackage(ENGINE)
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(UUID.class, "randomUUID")
			.allowEmptyShould(true)
			.check(HUB);
	}

	@Test
	void correlationKnowsNoDatabase() {
		noClasses().that()
			.resideInAPackage("org.mashhub.correlation..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..",
					"org.mashhub.adapter..", "org.mashhub.notification..", "org.mashhub.console..")
			.allowEmptyShould(true)
			.check(HUB);
	}

	@Test
	void anAdapterKnowsNoOtherAgency() {
		SlicesRuleDefinition.slices()
			.matching("org.mashhub.adapter.(*)..")
			.should()
			.notDependOnEachOther()
			.ignoreDependency(DescribedPredicate.alwaysTrue(),
					JavaClass.Predicates.resideInAPackage("org.mashhub.adapter.kit.."))
			.check(HUB);
		adapterKnowsOnlyItsOwnContracts("police", "police");
		adapterKnowsOnlyItsOwnContracts("gp", "gp");
		adapterKnowsOnlyItsOwnContracts("healthvisiting", "healthvisiting");
		adapterKnowsOnlyItsOwnContracts("housing", "housing");
		adapterKnowsOnlyItsOwnContracts("socialcare", "socialcare");
		adapterKnowsOnlyItsOwnContracts("hospital", "hospital");
		adapterKnowsOnlyItsOwnContracts("ambulance", "ambulance");
		adapterKnowsOnlyItsOwnContracts("earlyhelp", "earlyhelp");
		adapterKnowsOnlyItsOwnContracts("probation", "probation");
		adapterKnowsOnlyItsOwnContracts("education", "education");
		adapterKnowsOnlyItsOwnContracts("adultsocialcare", "adultsocialcare");
		adapterKnowsOnlyItsOwnContracts("singlepointofaccess", "singlepointofaccess");
		adapterKnowsOnlyItsOwnContracts("kit", "common");
	}

	@Test
	void anAdapterKnowsNothingOfWhatComesOfItsEvents() {
		noClasses().that()
			.resideInAPackage("org.mashhub.adapter..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates
				.resideInAnyPackage("org.mashhub.correlation..", "org.mashhub.notification..", "org.mashhub.console..",
						"org.mashhub.hub..", "org.mashhub.identityprovider..")
				.and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(ADAPTERS_OWN)))
				.as("come after the adapters"))
			.check(HUB);
	}

	/** So that nothing gets into a trace but what {@code Detail} lists. */
	@Test
	void tracingAloneKnowsOpenTelemetry() {
		noClasses().that()
			.resideOutsideOfPackage("org.mashhub.tracing..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.opentelemetry..")
			.check(HUB);
		noClasses().that()
			.resideInAPackage("org.mashhub.tracing..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.mashhub..")
				.and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.mashhub.tracing..")))
				.as("belong to another part of the hub"))
			.check(HUB);
	}

	@Test
	void messagingKnowsNoAgency() {
		noClasses().that()
			.resideInAPackage("org.mashhub.messaging..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.mashhub.event..", "org.mashhub.hub..", "org.mashhub.adapter..",
					"org.mashhub.correlation..", "org.mashhub.notification..", "org.mashhub.console..")
			.check(HUB);
	}

	@Test
	void thoseWhoTellAndShowDoNotKnowHowLinksAreMade() {
		noClasses().that()
			.resideInAnyPackage("org.mashhub.notification..", "org.mashhub.console..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.mashhub.correlation..", "org.mashhub.adapter..")
			.allowEmptyShould(true)
			.check(HUB);
		noClasses().that()
			.resideInAPackage("org.mashhub.notification..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.mashhub.console..")
			.allowEmptyShould(true)
			.check(HUB);
		noClasses().that()
			.resideInAPackage("org.mashhub.console..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.mashhub.notification..")
			.allowEmptyShould(true)
			.check(HUB);
	}

	@Test
	void theIdentityProviderKnowsNothingElse() {
		noClasses().that()
			.resideInAPackage("org.mashhub.identityprovider..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.mashhub..")
				.and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.mashhub.identityprovider..")))
				.as("belong to another part of the hub"))
			.check(HUB);
	}

	/** What the hub is tested on must not be made of what the hub knows. */
	@Test
	void thePopulationKnowsTheContractsAlone() {
		noClasses().that()
			.resideInAPackage("org.mashhub.population..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates
				.resideInAnyPackage("org.mashhub..", "org.springframework..", "org.apache.kafka..")
				.and(DescribedPredicate
					.not(JavaClass.Predicates.resideInAnyPackage("org.mashhub.population..", "org.mashhub.event..")))
				.as("are no contracts"))
			.check(HUB);
	}

	@Test
	void thePopulationReadsNoClock() {
		noClasses().that()
			.resideInAPackage("org.mashhub.population..")
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(UUID.class, "randomUUID")
			.check(HUB);
	}

	/** No real area runs it: nothing may depend on its being there. */
	@Test
	void nobodyButTheStandaloneNeedsRehearsals() {
		noClasses().that()
			.resideOutsideOfPackages("org.mashhub.rehearsal..", "org.mashhub.standalone..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.mashhub.rehearsal..")
			.check(HUB);
	}

	/** The job knows contracts and topics, and no service. */
	@Test
	void provisioningKnowsNoService() {
		noClasses().that()
			.resideInAPackage("org.mashhub.provisioning..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.mashhub.event..", "org.mashhub.adapter..", "org.mashhub.correlation..",
					"org.mashhub.notification..", "org.mashhub.console..")
			.check(HUB);
	}

	@Test
	void nobodyNeedsTheStandalone() {
		noClasses().that()
			.resideOutsideOfPackage("org.mashhub.standalone..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.mashhub.standalone..")
			.check(HUB);
	}

	/**
	 * In the standalone there is no topic ACL to say so: this test does. The benchmark of
	 * linking makes observations too, which it gives to an engine and to no log.
	 */
	@Test
	void intakeAloneWritesTheAreaLog() {
		noClasses().that()
			.resideOutsideOfPackages("org.mashhub.correlation.intake..", "org.mashhub.hub.v1..",
					"org.mashhub.standalone.bench..")
			.should()
			.callMethod(Observation.class, "newBuilder")
			.orShould()
			.callConstructor(Observation.class)
			.allowEmptyShould(true)
			.check(HUB);
	}

	private static void adapterKnowsOnlyItsOwnContracts(String adapter, String contracts) {
		noClasses().that()
			.resideInAPackage("org.mashhub.adapter." + adapter + "..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.mashhub.event..")
				.and(DescribedPredicate.not(JavaClass.Predicates
					.resideInAnyPackage("org.mashhub.event." + contracts + "..", "org.mashhub.event.common..")))
				.as("are contracts of another agency"))
			.allowEmptyShould(true)
			.check(HUB);
	}

}
