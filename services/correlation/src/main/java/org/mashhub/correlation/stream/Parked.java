package org.mashhub.correlation.stream;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be routed yet: kept, and tried again.
 *
 * @param topic where it came from
 * @param partition its partition
 * @param offset its offset
 * @param timestamp when the broker had it
 * @param key its key
 * @param value its bytes
 * @param fingerprint its schema's fingerprint, when it had one
 * @param reported whether it was shown as unrouted
 */
@SuppressWarnings("ArrayRecordComponent") // written and read back, never compared
record Parked(String topic, int partition, long offset, long timestamp, byte @Nullable [] key, byte[] value,
		byte @Nullable [] fingerprint, boolean reported) {

	Parked shown() {
		return new Parked(this.topic, this.partition, this.offset, this.timestamp, this.key, this.value,
				this.fingerprint, true);
	}

}
