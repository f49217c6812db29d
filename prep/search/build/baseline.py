import csv,json,re,math,unicodedata,collections
nfc=lambda s:unicodedata.normalize('NFC',s)
def fold(s):
    s=unicodedata.normalize('NFD',s.lower()).replace('đ','d'); s=''.join(c for c in s if not unicodedata.combining(c)); return re.sub(r'[^a-z0-9]+',' ',s).strip()
R=list(csv.DictReader(open('/work/shared/data/procedure_catalogue.csv',encoding='utf-8',newline='')))
D=[(r['code'],fold(r['name']).split()) for r in R]
df=collections.Counter(t for _,d in D for t in set(d)); idf={t:math.log(1+len(D)/c) for t,c in df.items()}
avg=sum(len(d) for _,d in D)/len(D)
TF=[collections.Counter(d)+collections.Counter(zip(d,d[1:])) for _,d in D]
dfb=collections.Counter(b for t in TF for b in t); idfb={b:math.log(1+len(D)/c) for b,c in dfb.items()}
SYN=[([fold(x) for x in g['say']],[fold(x) for x in g['means']]) for g in json.load(open('synonyms.json'))]
def terms(q): t=q.split(); return t+list(zip(t,t[1:]))
def score(qs):
    out=[]
    for (c,d),tf in zip(D,TF):
        best=0
        for q in qs:
            s=sum(idfb.get(t,0)*tf[t]*2.2/(tf[t]+1.2*(.25+.75*len(d)/avg)) for t in q if t in tf); best=max(best,s)
        out.append((-best,c))
    out.sort(); return [c for _,c in out]
def run(syn):
    m=collections.defaultdict(list)
    for r in csv.DictReader(open('relevance.csv',encoding='utf-8',newline='')):
        q=fold(r['query']); qs=[terms(q)]
        if syn:
            for say,means in SYN:
                for x in say:
                    if ' '+x+' ' in ' '+q+' ':
                        for me in means: qs.append(terms((' '+q+' ').replace(' '+x+' ',' '+me+' ').strip()))
        L=score(qs); e=set(r['expected'].split('|')); k=next(i for i,c in enumerate(L,1) if c in e)
        m[r['kind']].append(1/k); m['ALL'].append(1/k)
    return {k:round(sum(v)/len(v),3) for k,v in m.items()}
print(run(0)); print(run(1))
