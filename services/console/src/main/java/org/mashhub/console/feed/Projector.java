package org.mashhub.console.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.console.readmodel.AreaView;
import org.mashhub.console.readmodel.ReadModelWriter;
import org.mashhub.console.readmodel.ReadModelWriter.Applied;
import org.mashhub.console.readmodel.ReadModelWriter.Table;
import org.mashhub.console.readmodel.ReceiptView;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.NameUuid;

import org.springframework.stereotype.Component;

/** Writes decoded records into the read model; the caller's transaction holds it all. */
@Component
class Projector {

	/** The topics that the read model is made from. */
	static final List<Class<? extends SpecificRecord>> CONTRACTS = List.of(AreaEntry.class, MentionLinked.class,
			ChildPicture.class, ChronologyEntry.class, Alert.class, LinkReview.class, NotificationRecorded.class,
			ObservationApplied.class, QuarantinedRecord.class);

	private static final Map<String, Table> ERASABLE = Map.of(Contracts.topicOf(Alert.class), Table.ALERT,
			Contracts.topicOf(ChildPicture.class), Table.CHILD, Contracts.topicOf(MentionLinked.class),
			Table.PERSON_LINK, Contracts.topicOf(ChronologyEntry.class), Table.CHRONOLOGY,
			Contracts.topicOf(LinkReview.class), Table.REVIEW, Contracts.topicOf(NotificationRecorded.class),
			Table.NOTIFICATION, Contracts.topicOf(AreaEntry.class), Table.AREA);

	private final ReadModelWriter writer;

	Projector(ReadModelWriter writer) {
		this.writer = writer;
	}

	/**
	 * Writes records in their order.
	 * @return true when something changed that open pages show
	 */
	boolean project(List<Decoded> records) {
		List<Applied> applied = new ArrayList<>();
		boolean shown = false;
		for (Decoded record : records) {
			switch (record.value()) {
				case null -> erase(record);
				case ObservationApplied one when isOwnTick(one) ->
					this.writer.areaTime(one.getProvenance().getArea(), one.getProvenance().getClock());
				case ObservationApplied one -> applied.add(new Applied(one.getProvenance().getArea(),
						one.getProvenance().getClock(),
						new ReceiptView(one.getProvenance().getReceiptId(), state(one.getOutcome()), one.getAlerts()),
						record.offset()));
				case Alert alert -> this.writer.alert(Views.of(alert), record.key(), record.offset());
				case ChildPicture picture -> this.writer.child(Views.of(picture), record.key(), record.offset());
				case MentionLinked linked -> this.writer.identity(Views.of(linked), record.key(), record.offset());
				case ChronologyEntry entry ->
					this.writer.chronology(Views.of(entry), entry.getWithdrawn(), record.key(), record.offset());
				case LinkReview review -> this.writer.review(Views.of(review), record.key(), record.offset());
				case NotificationRecorded told ->
					this.writer.notification(Views.of(told), record.key(), record.offset());
				case QuarantinedRecord poison -> this.writer.quarantined(Views.of(poison));
				case AreaEntry area -> this.writer.area(
						new AreaView(area.getArea(), area.getName(), area.getClock(), area.getOrganisations(), null),
						record.key(), record.offset());
				default -> throw new IllegalArgumentException(
						record.value().getClass().getName() + " does not belong on " + record.topic());
			}
			shown |= !(record.value() instanceof ObservationApplied);
		}
		if (!applied.isEmpty()) {
			this.writer.applied(applied);
		}
		return shown;
	}

	/** Nobody has a receipt of the ticks that the hub gives itself, twice a minute. */
	private static boolean isOwnTick(ObservationApplied applied) {
		Provenance provenance = applied.getProvenance();
		return applied.getKind() == ObservationKind.TICK && provenance.getReceiptId()
			.equals(NameUuid.of("tick", provenance.getArea(), provenance.getClock().toEpochMilli()));
	}

	private void erase(Decoded record) {
		Table table = ERASABLE.get(record.topic());
		if (table != null) {
			this.writer.erase(table, record.key());
		}
	}

	private static ReceiptView.State state(AppliedOutcome outcome) {
		return switch (outcome) {
			case APPLIED -> ReceiptView.State.APPLIED;
			case SAME_AS_BEFORE -> ReceiptView.State.SAME_AS_BEFORE;
			case SUPERSEDED -> ReceiptView.State.SUPERSEDED;
			case QUARANTINED -> ReceiptView.State.QUARANTINED;
		};
	}

}
