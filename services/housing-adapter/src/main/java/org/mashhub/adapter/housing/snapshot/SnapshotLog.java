package org.mashhub.adapter.housing.snapshot;

import java.util.Optional;
import java.util.function.Consumer;

import org.mashhub.adapter.kit.LogUnavailableException;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingTenancy;

/** What is kept of earlier tables; an adapter has no memory of its own. */
interface SnapshotLog {

	/**
	 * The newest table.
	 * @param scope whose
	 * @return it, empty when there is none for certain
	 * @throws LogUnavailableException when that cannot be told
	 */
	Optional<HousingSnapshot> newest(Scope scope);

	/**
	 * Goes through the tenancies. The same tenancy may come again: the last one counts.
	 * @param scope whose
	 * @param each takes each
	 * @throws LogUnavailableException when not all can be read
	 */
	void tenancies(Scope scope, Consumer<HousingTenancy> each);

}
