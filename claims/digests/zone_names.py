"""
What people call time zones beside their names in the tz database. Data only.

Collected by hand from the names of large cities, states and provinces, and from the
abbreviations of clocks that are in use; the zones are the tz database's own.
"""

CITIES = {
    "Africa/Cairo": "Alexandria, Giza",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria, Soweto",
    "Africa/Lagos": "Abuja, Kano, Ibadan",
    "Africa/Casablanca": "Rabat, Marrakesh, Fez, Tangier",
    "Africa/Addis_Ababa": "Dire Dawa",
    "Africa/Nairobi": "Mombasa",
    "Africa/Accra": "Kumasi",
    "America/Argentina/Buenos_Aires": "Rosario, La Plata, Mar del Plata",
    "America/Bogota": "Medellin, Cali, Barranquilla, Cartagena",
    "America/Caracas": "Maracaibo, Valencia",
    "America/Chicago": "Houston, Dallas, Austin, San Antonio, Minneapolis, New Orleans,"
    " Kansas City, Milwaukee, St Louis, Nashville, Memphis, Fort Worth, Oklahoma City, Omaha",
    "America/Denver": "Salt Lake City, Albuquerque, Colorado Springs, El Paso",
    "America/Edmonton": "Calgary",
    "America/Guayaquil": "Quito",
    "America/La_Paz": "Santa Cruz, Cochabamba",
    "America/Lima": "Arequipa, Trujillo",
    "America/Los_Angeles": "San Francisco, Seattle, San Diego, San Jose, Portland, Las Vegas,"
    " Sacramento, Oakland, Hollywood",
    "America/Mexico_City": "Guadalajara, Puebla, Leon",
    "America/New_York": "Washington DC, Boston, Miami, Philadelphia, Atlanta, Baltimore,"
    " Pittsburgh, Cleveland, Columbus, Cincinnati, Charlotte, Orlando, Tampa, Buffalo, Raleigh",
    "America/Phoenix": "Tucson",
    "America/Santiago": "Valparaiso, Concepcion",
    "America/Sao_Paulo": "Rio de Janeiro, Brasilia, Belo Horizonte, Curitiba, Porto Alegre",
    "America/Toronto": "Ottawa, Montreal, Quebec, Hamilton",
    "America/Vancouver": "Victoria, Surrey",
    "Asia/Baghdad": "Basra, Mosul",
    "Asia/Bangkok": "Chiang Mai",
    "Asia/Dhaka": "Chittagong",
    "Asia/Dubai": "Abu Dhabi, Sharjah",
    "Asia/Ho_Chi_Minh": "Hanoi, Da Nang",
    "Asia/Jakarta": "Surabaya, Bandung, Medan",
    "Asia/Jerusalem": "Tel Aviv, Haifa",
    "Asia/Karachi": "Lahore, Islamabad, Rawalpindi, Faisalabad",
    "Asia/Kolkata": "Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Madras,"
    " Hyderabad, Ahmedabad, Pune, Calcutta, Jaipur, Lucknow",
    "Asia/Manila": "Quezon City, Cebu, Davao",
    "Asia/Riyadh": "Jeddah, Mecca, Medina",
    "Asia/Seoul": "Busan, Incheon, Daegu",
    "Asia/Shanghai": "Beijing, Shenzhen, Guangzhou, Chengdu, Chongqing, Tianjin, Wuhan, Hangzhou,"
    " Nanjing, Xian",
    "Asia/Taipei": "Kaohsiung, Taichung",
    "Asia/Tehran": "Mashhad, Isfahan",
    "Asia/Tokyo": "Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukuoka, Kobe, Hiroshima",
    "Australia/Melbourne": "Geelong",
    "Australia/Sydney": "Canberra, Newcastle",
    "Australia/Brisbane": "Gold Coast, Cairns",
    "Europe/Amsterdam": "Rotterdam, The Hague, Den Haag, Utrecht, Eindhoven",
    "Europe/Athens": "Thessaloniki",
    "Europe/Berlin": "Hamburg, Munich, München, Cologne, Köln, Frankfurt, Stuttgart, Düsseldorf,"
    " Leipzig, Dortmund, Essen, Bremen, Dresden, Hannover, Nuremberg, Nürnberg, Bonn, Freiburg",
    "Europe/Brussels": "Antwerp, Ghent, Bruges, Liege, Brüssel, Bruxelles",
    "Europe/Bucharest": "Cluj, Timisoara, Iasi",
    "Europe/Copenhagen": "Aarhus, Odense, Kopenhagen",
    "Europe/Dublin": "Cork, Galway, Limerick",
    "Europe/Istanbul": "Ankara, Izmir, Bursa, Antalya",
    "Europe/Kyiv": "Kharkiv, Odesa, Dnipro, Lviv, Kiev",
    "Europe/Lisbon": "Porto, Lissabon",
    "Europe/London": "Manchester, Birmingham, Glasgow, Edinburgh, Liverpool, Leeds, Bristol,"
    " Cardiff, Belfast, Sheffield, Oxford, Cambridge",
    "Europe/Madrid": "Barcelona, Valencia, Seville, Bilbao, Malaga, Zaragoza",
    "Europe/Moscow": "St Petersburg, Saint Petersburg, Nizhny Novgorod, Kazan, Moskau",
    "Europe/Oslo": "Bergen, Trondheim",
    "Europe/Paris": "Lyon, Marseille, Toulouse, Nice, Bordeaux, Lille, Strasbourg, Nantes",
    "Europe/Prague": "Brno, Ostrava, Prag",
    "Europe/Rome": "Milan, Naples, Turin, Venice, Florence, Bologna, Palermo, Genoa, Rom, Mailand",
    "Europe/Stockholm": "Gothenburg, Malmö, Uppsala",
    "Europe/Vienna": "Graz, Linz, Salzburg, Innsbruck, Wien",
    "Europe/Warsaw": "Krakow, Gdansk, Wroclaw, Poznan, Lodz, Warschau",
    "Europe/Zurich": "Geneva, Basel, Bern, Lausanne, Genf, Lucerne",
    "Pacific/Auckland": "Wellington, Christchurch, Hamilton",
}
"""Large cities that have no zone of their own, by the zone that their clocks follow."""

REGIONS = {
    "America/Anchorage": "Alaska",
    "America/Chicago": "Alabama, Arkansas, Illinois, Iowa, Kansas, Louisiana, Minnesota,"
    " Mississippi, Missouri, Nebraska, North Dakota, Oklahoma, South Dakota, Tennessee, Texas,"
    " Wisconsin",
    "America/Denver": "Colorado, Idaho, Montana, New Mexico, Utah, Wyoming",
    "America/Edmonton": "Alberta",
    "America/Halifax": "Nova Scotia, Prince Edward Island",
    "America/Los_Angeles": "California, Nevada, Oregon, Washington State, Kalifornien",
    "America/Moncton": "New Brunswick",
    "America/New_York": "Connecticut, Delaware, Florida, Georgia, Indiana, Kentucky, Maine,"
    " Maryland, Massachusetts, Michigan, New Hampshire, New Jersey, North Carolina, Ohio,"
    " Pennsylvania, Rhode Island, South Carolina, Vermont, Virginia, West Virginia, DC",
    "America/Phoenix": "Arizona",
    "America/Regina": "Saskatchewan",
    "America/St_Johns": "Newfoundland",
    "America/Toronto": "Ontario",
    "America/Vancouver": "British Columbia",
    "America/Winnipeg": "Manitoba",
    "Asia/Dubai": "UAE, Emirates",
    "Asia/Seoul": "Korea",
    "Asia/Tokyo": "Nippon",
    "Europe/Amsterdam": "Holland, Niederlande",
    "Europe/Berlin": "Deutschland, Bavaria, Bayern",
    "Europe/Brussels": "Belgien",
    "Europe/Istanbul": "Turkey, Türkei",
    "Europe/London": "UK, United Kingdom, Great Britain, England, Scotland, Wales,"
    " Northern Ireland, Großbritannien",
    "Europe/Madrid": "Spanien",
    "Europe/Paris": "Frankreich",
    "Europe/Rome": "Italien",
    "Europe/Vienna": "Österreich",
    "Europe/Warsaw": "Polen",
    "Europe/Zurich": "Schweiz",
    "Pacific/Honolulu": "Hawaii",
}
"""States, provinces, parts of countries and other names of countries, by their main zone."""

ABBREVIATIONS = {
    "US USA": "America/New_York America/Chicago America/Denver America/Los_Angeles"
    " America/Anchorage Pacific/Honolulu",
    "ET EST EDT": "America/New_York",
    "CT CST CDT": "America/Chicago",
    "MT MST MDT": "America/Denver America/Phoenix",
    "PT PST PDT": "America/Los_Angeles",
    "AKT AKST AKDT": "America/Anchorage",
    "HST HAST": "Pacific/Honolulu",
    "AST ADT": "America/Halifax America/Puerto_Rico",
    "NST NDT": "America/St_Johns",
    "GMT": "Europe/London UTC Africa/Accra",
    "BST": "Europe/London Asia/Dhaka",
    "IST": "Asia/Kolkata Europe/Dublin Asia/Jerusalem",
    "IDT": "Asia/Jerusalem",
    "WET WEST WEZ": "Europe/Lisbon Africa/Casablanca Atlantic/Canary",
    "CET CEST MEZ MESZ": "Europe/Berlin Europe/Paris Europe/Rome Europe/Madrid Europe/Amsterdam"
    " Europe/Brussels Europe/Vienna Europe/Zurich Europe/Warsaw Europe/Prague Europe/Stockholm"
    " Europe/Oslo Europe/Copenhagen Europe/Budapest Europe/Belgrade",
    "EET EEST OEZ OESZ": "Europe/Athens Europe/Kyiv Europe/Helsinki Europe/Bucharest Europe/Sofia"
    " Europe/Riga Europe/Vilnius Europe/Tallinn Africa/Cairo Asia/Beirut",
    "TRT": "Europe/Istanbul",
    "MSK": "Europe/Moscow",
    "CAT": "Africa/Maputo",
    "EAT": "Africa/Nairobi",
    "SAST": "Africa/Johannesburg",
    "WAT": "Africa/Lagos",
    "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires",
    "CLT CLST": "America/Santiago",
    "COT": "America/Bogota",
    "PET": "America/Lima",
    "VET": "America/Caracas",
    "GST": "Asia/Dubai",
    "IRST": "Asia/Tehran",
    "PKT": "Asia/Karachi",
    "NPT": "Asia/Kathmandu",
    "ICT": "Asia/Bangkok Asia/Ho_Chi_Minh",
    "WIB": "Asia/Jakarta",
    "WITA": "Asia/Makassar",
    "WIT": "Asia/Jayapura",
    "HKT": "Asia/Hong_Kong",
    "MYT": "Asia/Kuala_Lumpur",
    "PHT PHST": "Asia/Manila",
    "SGT": "Asia/Singapore",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "AWST": "Australia/Perth",
    "ACST ACDT": "Australia/Adelaide Australia/Darwin",
    "AEST AEDT": "Australia/Sydney Australia/Brisbane",
    "NZST NZDT NZT": "Pacific/Auckland",
}
"""
Abbreviations of clocks (and of one country), and the zones that people mean by them, the
likeliest first.

The tz database has zones named EST, MST and HST, which know no summer time: whoever writes
EST means the clock of New York. Several have more than one meaning (BST, CST, IST).
"""
