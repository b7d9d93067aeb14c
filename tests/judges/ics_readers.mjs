// Reads each calendar file named with ical.js and with node-ical; prints one JSON line a file.
import fs from 'node:fs';
import ICAL from 'ical.js';
import ical from 'node-ical';

const seconds = date => date.toISOString().replace('.000Z', 'Z');

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const instant = time => (time.zone.tzid === 'floating' ? `floating ${time}` : seconds(time.toJSDate()));
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    const status = component.getFirstPropertyValue('status') ?? '';
    return [instant(event.startDate), instant(event.endDate), event.uid, event.summary ?? '', status];
  });
}

function byNodeIcal(text) {
  const plain = value => value?.val ?? value ?? '';
  return Object.values(ical.sync.parseICS(text))
    .filter(entry => entry.type === 'VEVENT')
    .map(event => [seconds(event.start), seconds(event.end), event.uid, plain(event.summary), plain(event.status)]);
}

function attempt(reader, text) {
  try {
    return reader(text);
  } catch (refusal) {
    return String(refusal).slice(0, 200);
  }
}

for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  console.log(JSON.stringify({ 'ical.js': attempt(byIcalJs, text), 'node-ical': attempt(byNodeIcal, text) }));
}
