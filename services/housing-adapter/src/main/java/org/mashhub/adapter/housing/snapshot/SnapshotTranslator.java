package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.adapter.housing.HousingTranslator;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;
import org.mashhub.event.housing.v1.TenancyChange;
import org.mashhub.event.housing.v1.TenancyChanged;

import org.springframework.stereotype.Component;

/**
 * Changes in, events out. Number and version of each record are a function of tenancy and
 * day, so the same change told again is the same event.
 */
@Component
class SnapshotTranslator {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

	private final HousingTranslator housing;

	SnapshotTranslator(HousingTranslator housing) {
		this.housing = housing;
	}

	SpecificRecord event(Sender sender, LocalDate on, Change change) {
		Telling telling = new Telling(this.housing, sender, on);
		return switch (change) {
			case Change.Started started -> telling.start(started.tenancy(), RecordState.ACTIVE);
			case Change.Corrected corrected -> telling.start(corrected.tenancy(), RecordState.CORRECTED);
			case Change.Joined joined -> telling.joined(joined);
			case Change.Left left -> telling.left(left);
			case Change.Ended ended -> telling.ended(ended);
			case Change.Resumed resumed -> telling.resumed(resumed.tenancy());
			case Change.Moved moved -> telling.moved(moved);
			case Change.MoveWithdrawn withdrawn -> telling.withdrawn(withdrawn);
		};
	}

	/**
	 * Tells of one table's changes.
	 *
	 * @param housing makes headers
	 * @param sender who sends
	 * @param on the table's day
	 */
	private record Telling(HousingTranslator housing, Sender sender, LocalDate on) {

		TenancyChanged start(Tenancy tenancy, RecordState state) {
			return tenancy(tenancy, source(tenancy, "started", state, TimePrecision.DAY), TenancyChange.STARTED,
					tenancy.startedOn())
				.setPeople(tenancy.members())
				.setRelationships(tenancy.relationships())
				.build();
		}

		TenancyChanged joined(Change.Joined joined) {
			return tenancy(joined.tenancy(), dated(joined.tenancy(), "joined", joined.tenant()),
					TenancyChange.JOINT_TENANT_ADDED, this.on)
				.setPeople(List.of(joined.tenant()))
				.build();
		}

		TenancyChanged left(Change.Left left) {
			return tenancy(left.tenancy(), dated(left.tenancy(), "left", left.tenant()),
					TenancyChange.JOINT_TENANT_REMOVED, this.on)
				.setPeople(List.of(left.stays() ? left.tenant() : withoutHome(left.tenant())))
				.build();
		}

		TenancyChanged ended(Change.Ended ended) {
			Tenancy tenancy = ended.tenancy();
			LocalDate day = (tenancy.endedOn() != null) ? tenancy.endedOn() : this.on;
			RecordState state = ended.corrected() ? RecordState.CORRECTED : RecordState.ACTIVE;
			return tenancy(tenancy,
					source(tenancy, "ended", state, ended.assumed() ? TimePrecision.APPROXIMATE : TimePrecision.DAY),
					TenancyChange.ENDED, day)
				.setPeople(tenancy.members().stream().map(Telling::withoutHome).toList())
				.setRelationships(tenancy.relationships())
				.build();
		}

		TenancyChanged resumed(Tenancy tenancy) {
			return tenancy(tenancy, source(tenancy, "ended", RecordState.RETRACTED, TimePrecision.DAY),
					TenancyChange.ENDED, this.on)
				.build();
		}

		HouseholdMoved moved(Change.Moved moved) {
			Tenancy to = moved.tenancy();
			Set<String> people = moved.people();
			return move(source(moved.from(), "moved-to/" + to.reference(), RecordState.ACTIVE, TimePrecision.DAY),
					to.startedOn())
				.setPeople(to.members().stream().filter((member) -> people.contains(member.getRef())).toList())
				.setRelationships(to.relationshipsBetween(people))
				.setTenancyReference(to.reference())
				.setFrom(moved.from().home())
				.setTo(to.home())
				.build();
		}

		HouseholdMoved withdrawn(Change.MoveWithdrawn withdrawn) {
			return move(
					source(withdrawn.tenancy(), "moved-to/" + withdrawn.to(), RecordState.RETRACTED, TimePrecision.DAY),
					this.on)
				.build();
		}

		private TenancyChanged.Builder tenancy(Tenancy tenancy, SourceRecord source, TenancyChange change,
				LocalDate day) {
			return TenancyChanged.newBuilder()
				.setHeader(this.housing.header(this.sender, source, null, TenancyChanged.class, day))
				.setTenancyReference(tenancy.reference())
				.setChange(change)
				.setAddress(tenancy.home())
				.setEffectiveOn(day);
		}

		private HouseholdMoved.Builder move(SourceRecord source, LocalDate day) {
			return HouseholdMoved.newBuilder()
				.setHeader(this.housing.header(this.sender, source, null, HouseholdMoved.class, day))
				.setMovedOn(day)
				.setInitiatedBy(MoveInitiator.UNKNOWN);
		}

		private SourceRecord dated(Tenancy tenancy, String what, PersonMention who) {
			return source(tenancy, what + "/" + DAY.format(this.on) + "/" + who.getRef(), RecordState.ACTIVE,
					TimePrecision.APPROXIMATE);
		}

		private SourceRecord source(Tenancy tenancy, String what, RecordState state, TimePrecision precision) {
			OffsetDateTime midnight = this.on.atStartOfDay(UK).toOffsetDateTime();
			return new SourceRecord("table/" + tenancy.reference() + "/" + what, Long.valueOf(DAY.format(this.on)),
					state, null, "Table of tenancies", null, null, precision, midnight);
		}

		private static PersonMention withoutHome(PersonMention person) {
			return PersonMention.newBuilder(person).setAddress(null).build();
		}

	}

}
