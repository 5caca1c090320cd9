package org.mashhub.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.ClockSet;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingTenancy;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.LinkRetracted;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.PersonSplit;
import org.mashhub.hub.v1.PersonsMerged;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.hub.v1.RecordRejected;
import org.mashhub.hub.v1.SealedReferrer;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

/**
 * What each service's principal may do at the broker; what is not here is refused. An
 * adapter writes its own agency's topics, intake alone the area log, correlation alone
 * what comes of it.
 */
final class Grants {

	/** The principal of the schema registry, which keeps its contracts in the broker. */
	static final String REGISTRY = "registry";

	private static final String HUB = "hub.";

	private Grants() {
	}

	/** Everything that is allowed, by principal. */
	static Map<String, List<AclBinding>> all() {
		Map<String, List<AclBinding>> grants = new LinkedHashMap<>();
		agencies().forEach((agency) -> grants.put(agency + "-adapter", adapter(agency)));
		grants.put("intake", intake());
		grants.put("correlation", correlation());
		grants.put("notification", notification());
		grants.put("console", console());
		grants.put("rehearsal", rehearsal());
		grants.put("operator", operator());
		grants.put(REGISTRY, registry());
		return grants;
	}

	/** Codes of all agencies: what the topics begin with that are not the hub's own. */
	static List<String> agencies() {
		return Contracts.all()
			.stream()
			.map(Contract::topic)
			.filter((topic) -> !topic.startsWith(HUB))
			.map((topic) -> topic.substring(0, topic.indexOf('.')))
			.distinct()
			.toList();
	}

	/** An adapter reads back what it has itself refused and been told, and no event. */
	private static List<AclBinding> adapter(String agency) {
		Principal adapter = new Principal(agency + "-adapter");
		adapter.may(ResourceType.TOPIC, PatternType.PREFIXED, agency + ".", AclOperation.WRITE);
		adapter.mayWrite(List.of(RecordRejected.class, FeedDeclared.class));
		adapter.mayRead(List.of(RecordRejected.class, FeedDeclared.class));
		switch (agency) {
			case "housing" -> {
				adapter.mayWrite(List.of(HousingSnapshot.class, HousingTenancy.class));
				adapter.mayRead(List.of(HousingSnapshot.class, HousingTenancy.class));
			}
			case "single-point-of-access" -> adapter.mayWrite(List.of(SealedReferrer.class));
			default -> {
				// the others keep nothing beside their events
			}
		}
		return adapter.grants();
	}

	private static List<AclBinding> intake() {
		Principal intake = new Principal("intake");
		agencies()
			.forEach((agency) -> intake.may(ResourceType.TOPIC, PatternType.PREFIXED, agency + ".", AclOperation.READ));
		intake.mayRead(List.of(AreaEntry.class, AlertAcknowledged.class, AlertDecided.class, FeedDeclared.class,
				ClockSet.class, LinkDecided.class));
		intake.mayWrite(List.of(Observation.class, QuarantinedRecord.class));
		intake.mayRunStreams("mash-intake");
		return intake.grants();
	}

	private static List<AclBinding> correlation() {
		Principal correlation = new Principal("correlation");
		// Alerts: those that the epoch before has left open. What was applied tells a
		// shadow which epoch stands.
		correlation.mayRead(List.of(Observation.class, Alert.class, ObservationApplied.class));
		correlation.mayWrite(List.of(MentionLinked.class, LinkReview.class, ChildPicture.class, ChronologyEntry.class,
				Alert.class, StatusNotice.class, ObservationApplied.class, QuarantinedRecord.class, PersonsMerged.class,
				PersonSplit.class, LinkRetracted.class));
		correlation.mayRunStreams("mash-correlation-");
		return correlation.grants();
	}

	private static List<AclBinding> notification() {
		Principal notification = new Principal("notification");
		notification.mayRead(List.of(Alert.class, StatusNotice.class, ObservationApplied.class));
		notification.mayWrite(List.of(NotificationRecorded.class, AlertAcknowledged.class, QuarantinedRecord.class));
		notification.may(ResourceType.GROUP, PatternType.LITERAL, "notification", AclOperation.READ);
		return notification.grants();
	}

	/** The console keeps the books of all feeds, and so reads all topics. */
	private static List<AclBinding> console() {
		Principal console = new Principal("console");
		agencies().forEach(
				(agency) -> console.may(ResourceType.TOPIC, PatternType.PREFIXED, agency + ".", AclOperation.READ));
		console.mayRead(List.of(Alert.class, AreaEntry.class, ChildPicture.class, ChronologyEntry.class,
				LinkReview.class, MentionLinked.class, NotificationRecorded.class, FeedDeclared.class,
				Observation.class, ObservationApplied.class, QuarantinedRecord.class));
		console
			.mayWrite(List.of(AlertAcknowledged.class, AlertDecided.class, QuarantinedRecord.class, LinkDecided.class));
		console.may(ResourceType.GROUP, PatternType.PREFIXED, "console", AclOperation.READ);
		return console.grants();
	}

	/** Fictional areas and their clocks. */
	private static List<AclBinding> rehearsal() {
		Principal rehearsal = new Principal("rehearsal");
		rehearsal.mayRead(List.of(AreaEntry.class));
		rehearsal.mayWrite(List.of(AreaEntry.class, ClockSet.class));
		return rehearsal.grants();
	}

	/**
	 * Whoever proves from the topics that nothing was lost reads all, and writes none.
	 */
	private static List<AclBinding> operator() {
		Principal operator = new Principal("operator");
		operator.may(ResourceType.TOPIC, PatternType.LITERAL, "*", AclOperation.READ);
		return operator.grants();
	}

	private static List<AclBinding> registry() {
		Principal registry = new Principal(REGISTRY);
		registry.may(ResourceType.TOPIC, PatternType.PREFIXED, "kafkasql-", AclOperation.ALL);
		registry.may(ResourceType.TOPIC, PatternType.LITERAL, "registry-events", AclOperation.ALL);
		registry.may(ResourceType.GROUP, PatternType.PREFIXED, "apicurio-", AclOperation.ALL);
		return registry.grants();
	}

	/** Collects what one principal may do. */
	private static final class Principal {

		private final String name;

		private final List<AclBinding> grants = new ArrayList<>();

		private Principal(String name) {
			this.name = name;
		}

		private void mayRead(List<Class<? extends SpecificRecord>> types) {
			types.forEach(
					(type) -> may(ResourceType.TOPIC, PatternType.LITERAL, Contracts.topicOf(type), AclOperation.READ));
		}

		private void mayWrite(List<Class<? extends SpecificRecord>> types) {
			types.forEach((type) -> may(ResourceType.TOPIC, PatternType.LITERAL, Contracts.topicOf(type),
					AclOperation.WRITE));
		}

		/** Its group, its transactions, and the topics in which it keeps its state. */
		private void mayRunStreams(String application) {
			may(ResourceType.GROUP, PatternType.PREFIXED, application, AclOperation.READ, AclOperation.DELETE);
			may(ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, application, AclOperation.WRITE,
					AclOperation.DESCRIBE);
			may(ResourceType.TOPIC, PatternType.PREFIXED, application, AclOperation.ALL);
		}

		private void may(ResourceType type, PatternType pattern, String resource, AclOperation... operations) {
			for (AclOperation operation : operations) {
				this.grants.add(new AclBinding(new ResourcePattern(type, resource, pattern),
						new AccessControlEntry("User:" + this.name, "*", operation, AclPermissionType.ALLOW)));
			}
		}

		private List<AclBinding> grants() {
			return List.copyOf(this.grants);
		}

	}

}
