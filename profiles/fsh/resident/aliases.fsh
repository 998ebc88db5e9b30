Alias: $sex = urn:oid:2.16.156.10011.2.3.3.4
Alias: $ethnic-group = urn:oid:2.16.156.10011.2.3.3.3
Alias: $education = urn:oid:2.16.156.10011.2.3.3.6
Alias: $employment = urn:oid:2.16.156.10011.2.3.3.13
Alias: $key-population = https://family-doctor-fhir.github.io/CodeSystem/key-population-group
Alias: $v3-marital-status = http://terminology.hl7.org/CodeSystem/v3-MaritalStatus
Alias: $v2-0131 = http://terminology.hl7.org/CodeSystem/v2-0131
