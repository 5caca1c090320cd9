package org.mashhub.adapter.housing.snapshot;

import org.mashhub.hub.v1.HousingTenancy;

/** Between what is known of a tenancy and the record that keeps it. */
final class SnapshotRecords {

	private SnapshotRecords() {
	}

	static HousingTenancy record(Scope scope, KnownTenancy known) {
		Tenancy tenancy = known.tenancy();
		return HousingTenancy.newBuilder()
			.setOrganisationCode(scope.organisation())
			.setAreaHint(scope.areaHint())
			.setTenancyReference(tenancy.reference())
			.setAddress(tenancy.home())
			.setStartedOn(tenancy.startedOn())
			.setEndedOn(tenancy.endedOn())
			.setMissing(known.missing())
			.setMembers(tenancy.members())
			.setRelationships(tenancy.relationships())
			.setStartSeenOn(known.startSeenOn())
			.setEndSeenOn(known.endSeenOn())
			.setChangedOn(known.changedOn())
			.setMovedTo(known.movedTo())
			.setFingerprint(known.fingerprint())
			.build();
	}

	static KnownTenancy known(HousingTenancy record) {
		return new KnownTenancy(
				new Tenancy(record.getTenancyReference(), record.getAddress(), record.getStartedOn(),
						record.getEndedOn().orElse(null), record.getMembers(), record.getRelationships()),
				record.getMissing(), record.getStartSeenOn(), record.getEndSeenOn().orElse(null), record.getChangedOn(),
				record.getMovedTo(), record.getFingerprint());
	}

}
