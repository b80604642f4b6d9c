import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { answerParent } from './answerParent.ts';

// Apollo's own gateway behind Apollo's own server, as its documentation starts it.
answerParent({
  async start({ supergraphSdl }: { supergraphSdl: string }) {
    const gateway = new ApolloGateway({ supergraphSdl });
    const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
    return url;
  },
});
