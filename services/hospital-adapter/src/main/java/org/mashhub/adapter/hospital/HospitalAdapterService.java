package org.mashhub.adapter.hospital;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.mashhub.adapter.kit.AdapterProcess;

/** The adapter of hospital and midwifery as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.hospital" })
public class HospitalAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(HospitalAdapterService.class, arguments);
	}

}
