package org.mashhub.adapter.gp;

import org.mashhub.adapter.kit.AdapterProcess;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The general practice adapter as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.gp" })
public class GpAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(GpAdapterService.class, arguments);
	}

}
